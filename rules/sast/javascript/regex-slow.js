const express = require("express");
const app = express();
const DIGITS = /^([0-9]+)+#$/;

app.post("/account", (req, res) => {
  // ruleid: javascript.injection.regex-slow
  if (!DIGITS.test(req.body.account)) return res.status(400).end();
  res.end();
});

app.get("/name", (req, res) => {
  const { name } = req.query;
  // ruleid: javascript.injection.regex-slow
  res.json({ ok: /^(\w+\s?)*$/.test(name) });
});

app.get("/words", (req, res) => {
  // ruleid: javascript.injection.regex-slow
  res.json(req.query.text.match(/^(([a-z])+.)+[A-Z]([a-z])+$/));
});

app.get("/safe/digits", (req, res) => {
  // ok: javascript.injection.regex-slow
  res.json({ ok: /^[0-9]+#$/.test(req.query.account) });
});

app.get("/safe/cut", (req, res) => {
  // ok: javascript.injection.regex-slow
  res.json({ ok: DIGITS.test(req.query.account.slice(0, 12)) });
});

function ownText(text) {
  // ok: javascript.injection.regex-slow
  return DIGITS.test(text);
}
