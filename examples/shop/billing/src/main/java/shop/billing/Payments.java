package shop.billing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Random;
import javax.crypto.Cipher;
import javax.net.ssl.HttpsURLConnection;

/** Seals card numbers and talks to the payment service. */
class Payments {
  private final SecureRandom secure = new SecureRandom();

  Cipher cipher() throws GeneralSecurityException {
    // finds: java.crypto.weak-cipher
    return Cipher.getInstance("DES/ECB/PKCS5Padding");
  }

  Cipher safeCipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/GCM/NoPadding");
  }

  byte[] receipt(byte[] text) throws GeneralSecurityException {
    // finds: java.crypto.weak-hash
    return MessageDigest.getInstance("MD5").digest(text);
  }

  byte[] safeReceipt(byte[] text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(text);
  }

  long session() {
    // finds: java.crypto.insecure-random
    long sessionKey = new Random().nextLong();
    return sessionKey;
  }

  long safeSession() {
    long sessionKey = secure.nextLong();
    return sessionKey;
  }

  void connect(HttpsURLConnection connection) {
    // finds: java.crypto.trust-all
    connection.setHostnameVerifier((host, session) -> true);
  }
}
