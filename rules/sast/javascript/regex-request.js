const express = require("express");
const { escapeRegExp } = require("lodash");
const { products } = require("./products");
const app = express();

app.get("/search", (req, res) => {
  // ruleid: javascript.injection.regex-request
  const pattern = new RegExp(req.query.term, "i");
  res.json(products.filter((product) => pattern.test(product.title)));
});

app.get("/prefix", (req, res) => {
  const prefix = req.query.prefix;
  // ruleid: javascript.injection.regex-request
  res.json(products.filter((product) => RegExp(prefix).test(product.title)));
});

app.post("/filter", (req, res) => {
  const { word } = req.body;
  // ruleid: javascript.injection.regex-request
  res.json(products.filter((product) => new RegExp(`^${word}$`).test(product.title)));
});

app.get("/safe/search", (req, res) => {
  // ok: javascript.injection.regex-request
  const pattern = new RegExp(escapeRegExp(req.query.term), "i");
  res.json(products.filter((product) => pattern.test(product.title)));
});

app.get("/safe/plain", (req, res) => {
  // ok: javascript.injection.regex-request
  res.json(products.filter((product) => product.title.includes(req.query.term)));
});

app.get("/key", (req, res) => {
  // ok: javascript.injection.regex-request
  res.json({ known: ApiKey.match(req.query.key) });
});

app.get("/numbers", (req, res) => {
  // ok: javascript.injection.regex-request
  const pattern = new RegExp("^\\d+$");
  res.json(products.filter((product) => pattern.test(product.number)));
});
