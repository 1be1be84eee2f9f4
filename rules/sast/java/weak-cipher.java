import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;

class Ciphers {
  Cipher old() throws GeneralSecurityException {
    // ruleid: java.crypto.weak-cipher
    return Cipher.getInstance("DES/CBC/PKCS5Padding");
  }

  Cipher blocks() throws GeneralSecurityException {
    // ruleid: java.crypto.weak-cipher
    return Cipher.getInstance("AES/ECB/PKCS5Padding");
  }

  Cipher brief() throws GeneralSecurityException {
    // ruleid: java.crypto.weak-cipher
    return Cipher.getInstance("AES");
  }

  KeyGenerator key() throws GeneralSecurityException {
    // ruleid: java.crypto.weak-cipher
    return KeyGenerator.getInstance("Blowfish");
  }

  Cipher authenticated() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    return Cipher.getInstance("AES/GCM/NoPadding");
  }

  KeyGenerator safeKey() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    return KeyGenerator.getInstance("AES");
  }

  Cipher stream() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    return Cipher.getInstance("ChaCha20-Poly1305");
  }
}
