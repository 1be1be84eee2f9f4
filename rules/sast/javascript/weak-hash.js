const crypto = require("crypto");
const { createHash } = require("crypto");

function sign(secret, text) {
  // ruleid: javascript.crypto.weak-hash
  return crypto.createHash("md5").update(secret + text).digest("hex");
}

function digest(text) {
  // ruleid: javascript.crypto.weak-hash
  return createHash("sha1").update(text).digest("hex");
}

function fingerprint(bytes) {
  // ruleid: javascript.crypto.weak-hash
  return crypto.subtle.digest("SHA-1", bytes);
}

function safeSign(secret, text) {
  // ok: javascript.crypto.weak-hash
  return crypto.createHmac("sha256", secret).update(text).digest("hex");
}

function safeDigest(text) {
  // ok: javascript.crypto.weak-hash
  return createHash("sha512").update(text).digest("hex");
}

function named(name, text) {
  // ok: javascript.crypto.weak-hash
  return crypto.createHash(name).update(text).digest("hex");
}

module.exports = { sign, digest, fingerprint, safeSign, safeDigest, named };
