import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

class Vouchers {
  // ruleid: java.crypto.predictable-random
  private final Random random = new Random();
  // ok: java.crypto.predictable-random
  private final SecureRandom secure = new SecureRandom();

  int discount() {
    // ruleid: java.crypto.predictable-random
    return (int) (Math.random() * 20);
  }

  String pick(List<String> codes) {
    // ruleid: java.crypto.predictable-random
    return codes.get(new java.util.Random(System.nanoTime()).nextInt(codes.size()));
  }

  long number() {
    // ok: java.crypto.predictable-random
    return secure.nextLong();
  }

  double rounded(double price) {
    // ok: java.crypto.predictable-random
    return Math.round(price * 100) / 100.0;
  }
}
