import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class SigningKeys {
  SecretKeySpec seal() {
    // ruleid: java.crypto.hardcoded-key
    return new SecretKeySpec("sixteen letters!".getBytes(StandardCharsets.UTF_8), "AES");
  }

  Algorithm algorithm() {
    // ruleid: java.crypto.hardcoded-key
    return Algorithm.HMAC256("correct horse battery");
  }

  String issue(String user) {
    // ruleid: java.crypto.hardcoded-key
    return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, "staple for tokens").compact();
  }

  SecretKeySpec safeSeal(byte[] key) {
    // ok: java.crypto.hardcoded-key
    return new SecretKeySpec(key, "AES");
  }

  Algorithm safeAlgorithm() {
    // ok: java.crypto.hardcoded-key
    return Algorithm.HMAC256(System.getenv("SHOP_KEY"));
  }

  String safeIssue(String user, SecretKey key) {
    // ok: java.crypto.hardcoded-key
    return Jwts.builder().setSubject(user).signWith(key).compact();
  }
}
