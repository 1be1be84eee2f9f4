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
    // ruleid: java.crypto.small-blocks
    return KeyGenerator.getInstance("Blowfish");
  }

  Cipher triple() throws GeneralSecurityException {
    // ruleid: java.crypto.small-blocks
    // ok: java.crypto.weak-cipher
    return Cipher.getInstance("DESede/CBC/PKCS5Padding");
  }

  Cipher fish() throws GeneralSecurityException {
    // ruleid: java.crypto.small-blocks
    return Cipher.getInstance("Blowfish/CBC/PKCS5Padding");
  }

  Cipher authenticated() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    // ok: java.crypto.small-blocks
    return Cipher.getInstance("AES/GCM/NoPadding");
  }

  KeyGenerator safeKey() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    // ok: java.crypto.small-blocks
    return KeyGenerator.getInstance("AES");
  }

  Cipher stream() throws GeneralSecurityException {
    // ok: java.crypto.weak-cipher
    // ok: java.crypto.small-blocks
    return Cipher.getInstance("ChaCha20-Poly1305");
  }
}
