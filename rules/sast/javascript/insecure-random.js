const crypto = require("crypto");

function reset(user) {
  // ruleid: javascript.crypto.insecure-random
  user.resetToken = Math.random().toString(36).slice(2);
}

function newSession() {
  // ruleid: javascript.crypto.insecure-random
  const sessionId = `s${Math.floor(Math.random() * 1e12)}`;
  return sessionId;
}

function generatePassword(length) {
  let result = "";
  for (let index = 0; index < length; index += 1) {
    // ruleid: javascript.crypto.insecure-random
    result += String.fromCharCode(97 + Math.floor(Math.random() * 26));
  }
  return result;
}

function safeReset(user) {
  // ok: javascript.crypto.insecure-random
  user.resetToken = crypto.randomBytes(32).toString("hex");
}

function banner(products) {
  // ok: javascript.crypto.insecure-random
  return products[Math.floor(Math.random() * products.length)];
}

function backoff(attempt) {
  // ok: javascript.crypto.insecure-random
  const delay = Math.random() * 2 ** attempt;
  return delay;
}

module.exports = { reset, newSession, generatePassword, safeReset, banner, backoff };
