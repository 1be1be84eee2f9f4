import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.DigestUtils;

class Digests {
  byte[] sign(byte[] text) throws NoSuchAlgorithmException {
    // ruleid: java.crypto.weak-hash
    return MessageDigest.getInstance("MD5").digest(text);
  }

  MessageDigest old() throws NoSuchAlgorithmException {
    // ruleid: java.crypto.weak-hash
    return MessageDigest.getInstance("SHA-1");
  }

  String hex(String text) {
    // ruleid: java.crypto.weak-hash
    return DigestUtils.sha1Hex(text);
  }

  byte[] safeSign(byte[] text) throws NoSuchAlgorithmException {
    // ok: java.crypto.weak-hash
    return MessageDigest.getInstance("SHA-256").digest(text);
  }

  String safeHex(String text) {
    // ok: java.crypto.weak-hash
    return DigestUtils.sha256Hex(text);
  }

  HashFunction fast() {
    // ok: java.crypto.weak-hash
    return Hashing.murmur3_128();
  }
}
