const crypto = require("crypto");
const CryptoJS = require("crypto-js");

function seal(password, card) {
  // ruleid: javascript.crypto.weak-cipher
  const cipher = crypto.createCipher("aes-256-cbc", password);
  return cipher.update(card, "utf8", "hex") + cipher.final("hex");
}

function block(key, card) {
  // ruleid: javascript.crypto.weak-cipher
  const cipher = crypto.createCipheriv("aes-128-ecb", key, null);
  return Buffer.concat([cipher.update(card), cipher.final()]);
}

function old(key, iv) {
  // ruleid: javascript.crypto.weak-cipher
  return crypto.createCipheriv("des-ede3-cbc", key, iv);
}

function page(text, key) {
  // ruleid: javascript.crypto.weak-cipher
  return CryptoJS.DES.encrypt(text, key).toString();
}

function safeSeal(key, card) {
  const iv = crypto.randomBytes(12);
  // ok: javascript.crypto.weak-cipher
  const cipher = crypto.createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(card), cipher.final(), cipher.getAuthTag()]);
}

function stream(key, nonce) {
  // ok: javascript.crypto.weak-cipher
  return crypto.createCipheriv("chacha20-poly1305", key, nonce);
}

function digest(text) {
  // ok: javascript.crypto.weak-cipher
  return CryptoJS.SHA256(text).toString();
}

module.exports = { seal, block, old, page, safeSeal, stream, digest };
