import { logger } from "./logger";

interface Session {
  user: string;
  refreshToken: string;
}

export function login(user: string, password: string): void {
  // ruleid: javascript.logging.secret-in-log
  console.log("login of", user, password);
}

export function connect(config: { apiKey: string }): void {
  // ruleid: javascript.logging.secret-in-log
  logger.debug(`connecting with ${config.apiKey}`);
}

export function refresh(session: Session): void {
  // ruleid: javascript.logging.secret-in-log
  logger.warn("could not refresh " + session.refreshToken);
}

export function safeLogin(user: string): void {
  // ok: javascript.logging.secret-in-log
  console.log("login of", user);
}

export function reset(user: string): void {
  // ok: javascript.logging.secret-in-log
  logger.info(`password of ${user} was reset`);
}

export function count(tokens: string[]): void {
  // ok: javascript.logging.secret-in-log
  logger.debug(`read ${tokens.length} tokens`);
}

export function rotated(secretName: string): void {
  // ok: javascript.logging.secret-in-log
  logger.info("rotated", secretName);
}
