const crypto = require("crypto");
const bcrypt = require("bcrypt");

function register(user, password) {
  // ruleid: javascript.crypto.password-hash
  user.digest = crypto.createHash("sha256").update(password).digest("hex");
}

function check(user, body) {
  // ruleid: javascript.crypto.password-hash
  return user.digest === crypto.createHash("md5").update(body.password).digest("hex");
}

function salted(salt, password) {
  // ruleid: javascript.crypto.password-hash
  return crypto.createHash("sha512").update(salt + password, "utf8").digest("base64");
}

async function safeRegister(user, password) {
  // ok: javascript.crypto.password-hash
  user.digest = await bcrypt.hash(password, 12);
}

function stretched(password, salt) {
  // ok: javascript.crypto.password-hash
  return crypto.scryptSync(password, salt, 64);
}

function checksum(data) {
  // ok: javascript.crypto.password-hash
  return crypto.createHash("sha256").update(data).digest("hex");
}

module.exports = { register, check, salted, safeRegister, stretched, checksum };

async function shortened(password) {
  // ok: javascript.crypto.password-hash
  password = crypto.createHash("sha512").update(password).digest("hex");
  return slow.hash(password, 12);
}

async function stored(users, name, password) {
  // ruleid: javascript.crypto.password-hash
  password = crypto.createHash("sha1").update(password).digest("hex");
  await users.insert({ name, password });
}

async function handedOn(rounds, password) {
  // ok: javascript.crypto.password-hash
  password = crypto.createHash("sha512").update(password).digest("hex");
  return await workers.exec("bcryptHash", [password, rounds]);
}

async function comparedByWorker(user, password) {
  if (user.longPassword) {
    // ok: javascript.crypto.password-hash
    password = crypto.createHash("sha512").update(password).digest("hex");
  }
  return await workers.exec("compare", [password, user.digest]);
}

async function storedByWorker(password) {
  // ruleid: javascript.crypto.password-hash
  password = crypto.createHash("sha512").update(password).digest("hex");
  return await workers.exec("store", [password]);
}

function change(user, password) {
  // ruleid: javascript.crypto.password-hash-stored, javascript.crypto.password-hash
  user.password = crypto.createHash("sha1").update(password).digest("hex");
}

function matches(user, password) {
  // ruleid: javascript.crypto.password-hash-stored, javascript.crypto.password-hash
  return user.passwordHash === crypto.createHash("md5").update(password).digest("hex");
}

async function create(Account, name, password) {
  // ruleid: javascript.crypto.password-hash-stored, javascript.crypto.password-hash
  return await Account.create({ name, password: crypto.createHash("sha256").update(password).digest("hex") });
}

async function keepSlow(user, password) {
  // ok: javascript.crypto.password-hash-stored
  user.password = await bcrypt.hash(password, 12);
}

function leaked(password, ask) {
  // ok: javascript.crypto.password-hash-stored
  // ruleid: javascript.crypto.password-hash
  return ask(crypto.createHash("sha1").update(password).digest("hex").slice(0, 5));
}

function avatar(user) {
  // ok: javascript.crypto.password-hash-stored
  user.picture = crypto.createHash("md5").update(user.email).digest("hex");
}
