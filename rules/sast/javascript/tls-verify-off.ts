import https from "https";
import fs from "fs";

// ruleid: javascript.crypto.tls-verify-off
const open = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

// ok: javascript.crypto.tls-verify-off
const trusted = new https.Agent({ ca: fs.readFileSync("/etc/shop/ca.pem"), rejectUnauthorized: true });

export function relax(): void {
  // ruleid: javascript.crypto.tls-verify-off
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
}

export function connect(options: https.AgentOptions): https.Agent {
  // ruleid: javascript.crypto.tls-verify-off
  options.rejectUnauthorized = false;
  return new https.Agent(options);
}

export function anyHost(): https.Agent {
  // ruleid: javascript.crypto.tls-verify-off
  return new https.Agent({ checkServerIdentity: () => undefined });
}

export function strict(): https.Agent {
  // ok: javascript.crypto.tls-verify-off
  return new https.Agent({ keepAlive: true, minVersion: "TLSv1.2" });
}

export function production(): void {
  // ok: javascript.crypto.tls-verify-off
  process.env.NODE_ENV = "production";
}

export const agents = { open, trusted };

function account(given: Partial<Account>) {
  // ok: javascript.crypto.tls-verify-off
  return _.defaults(given, { host: "", rejectUnauthorized: false });
}

// ruleid: javascript.crypto.tls-verify-off
const DEFAULT_OPTIONS = { host: "", rejectUnauthorized: false };
