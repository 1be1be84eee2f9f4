import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

class KeyPairs {
  KeyPair signing() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ruleid: java.crypto.weak-key-size
    generator.initialize(1024);
    return generator.generateKeyPair();
  }

  KeyPair licence() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
    // ruleid: java.crypto.weak-key-size
    generator.initialize(512, new SecureRandom());
    return generator.generateKeyPair();
  }

  KeyPair exchange() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
    // ruleid: java.crypto.weak-key-size
    generator.initialize(768);
    return generator.generateKeyPair();
  }

  KeyPair safeSigning() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ok: java.crypto.weak-key-size
    generator.initialize(3072);
    return generator.generateKeyPair();
  }

  KeyPair curve() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    // ok: java.crypto.weak-key-size
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  KeyPair chosen(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    // ok: java.crypto.weak-key-size
    generator.initialize(bits);
    return generator.generateKeyPair();
  }
}
