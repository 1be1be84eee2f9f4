const crypto = require("crypto");
const cookieParser = require("cookie-parser");
const express = require("express");
const session = require("express-session");
const jwt = require("jsonwebtoken");

const app = express();

// ruleid: javascript.crypto.hardcoded-key
app.use(session({ resave: false, secret: "correct horse battery" }));

// ruleid: javascript.crypto.hardcoded-key
app.use(cookieParser("staple for cookies"));

// ok: javascript.crypto.hardcoded-key
app.use(session({ resave: false, secret: process.env.SESSION_KEY }));

function issue(user) {
  // ruleid: javascript.crypto.hardcoded-key
  return jwt.sign({ sub: user.id }, "shop signing key", { expiresIn: "1h" });
}

function seal(text) {
  // ruleid: javascript.crypto.hardcoded-hmac-key
  return crypto.createHmac("sha256", "shop sealing key").update(text).digest("hex");
}

function safeIssue(user, keys) {
  // ok: javascript.crypto.hardcoded-key
  return jwt.sign({ sub: user.id }, keys.current, { expiresIn: "1h" });
}

async function confirm(team, email) {
  // ok: javascript.crypto.hardcoded-key
  return VerificationCode.verify(team, "000000", email);
}

function safeSeal(text) {
  // ok: javascript.crypto.hardcoded-hmac-key
  return crypto.createHmac("sha256", process.env.SEAL_KEY).update(text).digest("hex");
}

const SEAL = "harbour crane at dawn";

function sealBytes(bytes) {
  // ruleid: javascript.crypto.hardcoded-hmac-key
  return crypto.createHmac("sha512", SEAL).update(bytes).digest();
}

function sealShort(bytes) {
  // ruleid: javascript.crypto.hardcoded-hmac-key
  return createHmac("sha256", "harbour").update(bytes).digest("base64");
}

function digestOf(text) {
  // ok: javascript.crypto.hardcoded-hmac-key
  return crypto.createHash("sha256").update(text).digest("hex");
}

function sealFor(user, text) {
  // ok: javascript.crypto.hardcoded-hmac-key
  return crypto.createHmac("sha256", user.key).update(text).digest("hex");
}

module.exports = { app, issue, seal, safeIssue, safeSeal };
