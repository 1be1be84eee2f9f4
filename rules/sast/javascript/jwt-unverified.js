const jwt = require("jsonwebtoken");
const { expressjwt } = require("express-jwt");

function authenticate(req, res, next) {
  // ruleid: javascript.crypto.jwt-unverified
  req.user = jwt.decode(req.headers.authorization);
  next();
}

function currentUser(token, key) {
  // ruleid: javascript.crypto.jwt-unverified
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] });
}

function oldUser(token, key) {
  // ruleid: javascript.auth.jwt-expired
  return jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: true });
}

function anonymous(payload) {
  // ruleid: javascript.crypto.jwt-unverified
  return jwt.sign(payload, "", { algorithm: "none" });
}

function safeAuthenticate(req, res, next) {
  // ok: javascript.crypto.jwt-unverified
  req.user = jwt.verify(req.headers.authorization, process.env.SHOP_KEY, { algorithms: ["HS256"] });
  next();
}

function header(token) {
  // ok: javascript.crypto.jwt-unverified
  const decoded = jwt.decode(token, { complete: true });
  return decoded.header.kid;
}

function guard(key) {
  // ok: javascript.crypto.jwt-unverified
  return expressjwt({ secret: key, algorithms: ["RS256"] });
}

async function renewed(tokens, token) {
  // ruleid: javascript.auth.jwt-expired
  return await tokens.verifyAsync(token, { ignoreExpiration: true });
}

class Bearer extends Strategy {
  constructor(key) {
    // ruleid: javascript.auth.jwt-expired
    super({ jwtFromRequest: fromHeader(), ignoreExpiration: true, secretOrKey: key });
  }
}

function checked(token, key) {
  // ok: javascript.auth.jwt-expired
  return jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: false });
}

function plain(token, key) {
  // ok: javascript.auth.jwt-expired
  return jwt.verify(token, key);
}

function issued(payload, key) {
  // ok: javascript.auth.jwt-expired
  return jwt.sign(payload, key, { expiresIn: "10m" });
}

module.exports = { authenticate, currentUser, oldUser, anonymous, safeAuthenticate, header, guard };
