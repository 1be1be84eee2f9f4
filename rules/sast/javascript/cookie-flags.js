const express = require("express");
const session = require("express-session");
const app = express();

// ruleid: javascript.auth.cookie-flags
app.use(session({ secret: process.env.KEY, cookie: { secure: true, httpOnly: false } }));

// ok: javascript.auth.cookie-flags
app.use(session({ secret: process.env.KEY, cookie: { secure: true, httpOnly: true, sameSite: "lax" } }));

app.post("/login", (req, res) => {
  // ruleid: javascript.auth.cookie-flags
  res.cookie("session", req.session.id);
  res.redirect("/");
});

app.post("/token", (req, res) => {
  // ruleid: javascript.auth.cookie-flags
  res.cookie("access_token", req.session.token, { httpOnly: true, maxAge: 3600000 });
  res.end();
});

app.post("/open", (req, res) => {
  // ruleid: javascript.auth.cookie-flags
  res.cookie("cart", req.session.cart, { secure: false });
  res.end();
});

app.post("/safe/login", (req, res) => {
  // ok: javascript.auth.cookie-flags
  res.cookie("session", req.session.id, { secure: true, httpOnly: true, sameSite: "strict" });
  res.redirect("/");
});

app.post("/theme", (req, res) => {
  // ok: javascript.auth.cookie-flags
  res.cookie("theme", "dark");
  res.end();
});

app.post("/shared", (req, res) => {
  // ok: javascript.auth.cookie-flags
  res.cookie("session", req.session.id, app.get("cookie options"));
  res.end();
});
