const escapeHtml = require("escape-html");
const express = require("express");
const app = express();

app.get("/search", (req, res) => {
  // ruleid: javascript.injection.response-html
  res.send(`<h1>Results for ${req.query.term}</h1>`);
});

app.get("/hello/:name", (req, res) => {
  // ruleid: javascript.injection.response-html
  res.send("<b>Hello " + req.params.name + "</b>");
});

app.post("/order", (req, res) => {
  const { title } = req.body;
  // ruleid: javascript.injection.response-html-body
  res.status(201).send(`<p>Ordered ${title}</p>`);
});

app.get("/safe/search", (req, res) => {
  // ok: javascript.injection.response-html
  res.send(`<h1>Results for ${escapeHtml(req.query.term)}</h1>`);
});

app.get("/safe/hello/:name", (req, res) => {
  // ok: javascript.injection.response-html
  res.json({ greeting: "Hello " + req.params.name });
});

app.get("/safe/page", (req, res) => {
  // ok: javascript.injection.response-html
  res.render("page", { term: req.query.term });
});

app.get("/plain", (req, res) => {
  res.type("text/plain");
  // ok: javascript.injection.response-html
  res.send("term: " + req.query.term);
});

app.get("/words/:language", (req, res) => {
  res.setHeader("content-type", "application/json; charset=utf-8");
  // ok: javascript.injection.response-html
  res.send(`{"${req.params.language}": 1}`);
});

app.post("/safe/order", (req, res) => {
  // ok: javascript.injection.response-html-body
  res.status(201).json({ title: req.body.title });
});
