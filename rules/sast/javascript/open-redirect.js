const express = require("express");
const app = express();

app.post("/login", (req, res) => {
  // ruleid: javascript.injection.open-redirect
  res.redirect(req.query.next || "/");
});

app.get("/logout", (req, res) => {
  const target = req.query.next;
  // ruleid: javascript.injection.open-redirect
  res.redirect(302, target);
});

app.get("/out", (req, res) => {
  const { to } = req.query;
  // ruleid: javascript.injection.open-redirect
  res.setHeader("Location", to);
  res.sendStatus(302);
});

app.get("/home", (req, res) => {
  // ok: javascript.injection.open-redirect
  res.redirect("/index?tab=" + encodeURIComponent(req.query.tab));
});

app.get("/back", (req, res) => {
  let target = req.query.next;
  if (!target || !target.startsWith("/") || target.startsWith("//")) {
    target = "/";
  }
  // ok: javascript.injection.open-redirect
  res.redirect(target);
});

app.get("/again", (req, res) => {
  // ok: javascript.injection.open-redirect
  res.redirect(req.get("Referrer") || "/");
});

app.get("/old", (req, res) => {
  // ok: javascript.injection.open-redirect
  res.redirect(301, "/new");
});
