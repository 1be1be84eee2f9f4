const yaml = require("js-yaml");
const serialize = require("node-serialize");
const funcster = require("funcster");

function readCart(cookie) {
  // ruleid: javascript.injection.unsafe-deserialize
  return serialize.unserialize(Buffer.from(cookie, "base64").toString());
}

function readRules(text) {
  // ruleid: javascript.injection.unsafe-deserialize
  return yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });
}

function readTask(text) {
  // ruleid: javascript.injection.unsafe-deserialize
  return funcster.deepDeserialize(text);
}

function safeCart(cookie) {
  // ok: javascript.injection.unsafe-deserialize
  return JSON.parse(Buffer.from(cookie, "base64").toString());
}

function safeRules(text) {
  // ok: javascript.injection.unsafe-deserialize
  return yaml.load(text);
}

function writeCart(cart) {
  // ok: javascript.injection.unsafe-deserialize
  return serialize.serialize(cart);
}

function strictRules(text) {
  // ok: javascript.injection.unsafe-deserialize
  return yaml.load(text, { schema: yaml.JSON_SCHEMA });
}

module.exports = { readCart, readRules, readTask, safeCart, safeRules, writeCart, strictRules };
