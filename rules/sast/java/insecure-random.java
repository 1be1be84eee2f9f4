import java.security.SecureRandom;
import java.util.Random;

class Tokens {
  private final SecureRandom secure = new SecureRandom();

  String resetToken() {
    // ruleid: java.crypto.insecure-random
    return Double.toString(Math.random()).substring(2);
  }

  long session() {
    // ruleid: java.crypto.insecure-random
    long sessionId = new Random().nextLong();
    return sessionId;
  }

  int login() {
    Random random = new Random(42);
    // ruleid: java.crypto.insecure-random
    int loginCode = random.nextInt(1000000);
    return loginCode;
  }

  byte[] safeToken() {
    byte[] token = new byte[32];
    // ok: java.crypto.insecure-random
    secure.nextBytes(token);
    return token;
  }

  String safeCode() {
    // ok: java.crypto.insecure-random
    String resetCode = RandomStringUtils.secureStrong().nextAlphanumeric(20);
    return resetCode;
  }

  int banner(int count) {
    // ok: java.crypto.insecure-random
    return new Random().nextInt(count);
  }

  double backoff(int attempt) {
    // ok: java.crypto.insecure-random
    double delay = Math.random() * attempt;
    return delay;
  }
}
