const Order = require("./order");
const User = require("./user");

async function login(req, res) {
  // ruleid: javascript.injection.nosql-query
  const user = await User.findOne({ name: req.body.name, password: req.body.password });
  res.json({ found: Boolean(user) });
}

async function search(req, res) {
  // ruleid: javascript.injection.nosql-query
  res.json(await Order.find(req.query));
}

async function cheap(price) {
  // ruleid: javascript.injection.nosql-query
  return Order.find({ $where: `this.price < ${price}` });
}

async function safeLogin(req, res) {
  // ok: javascript.injection.nosql-query
  const user = await User.findOne({ name: String(req.body.name) });
  res.json({ found: Boolean(user) });
}

async function open() {
  // ok: javascript.injection.nosql-query
  return Order.find({ $where: "this.paid < this.total" });
}

async function safeCheap(price) {
  // ok: javascript.injection.nosql-query
  return Order.find({ price: { $lt: Number(price) } });
}

async function owner(req, res) {
  // ruleid: javascript.injection.nosql-query
  return req.app.db.collection("owners").findOne({ name: req.body.name });
}

async function link(req, res) {
  // ok: javascript.injection.nosql-query
  return tables.link.find({ id: req.query.id });
}

function first(req, rows) {
  // ok: javascript.injection.nosql-query
  return rows.find((row) => row.id === req.query.id);
}

module.exports = { login, search, cheap, safeLogin, open, safeCheap, owner, link, first };
