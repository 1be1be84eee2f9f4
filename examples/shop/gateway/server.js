// The gateway: takes the requests of the shop's pages and passes them on.
const { exec, execFile } = require("child_process");
const path = require("path");
const express = require("express");
const cors = require("cors");
const jwt = require("jsonwebtoken");
const _ = require("lodash");
const { findOrders, findOrdersSafely } = require("./store");

const app = express();
const folder = "/srv/shop/images";
const settings = { theme: "light" };

// finds: javascript.auth.cors-credentials
app.use(cors({ origin: true, credentials: true }));
app.use("/public", cors({ origin: "https://shop.example.com", credentials: true }));
app.use(express.json());

function authenticate(req, res, next) {
  try {
    // finds: javascript.auth.jwt-expired
    req.user = jwt.verify(req.headers.authorization, process.env.SHOP_KEY, { algorithms: ["HS256"], ignoreExpiration: true });
    next();
  } catch (error) {
    // finds: javascript.logging.error-to-client
    res.status(401).send(error.stack);
  }
}

function authenticateSafely(req, res, next) {
  req.user = jwt.verify(req.headers.authorization, process.env.SHOP_KEY, { algorithms: ["HS256"] });
  next();
}

app.get("/orders", authenticate, async (req, res) => {
  // finds: javascript.injection.sql-request
  res.json(await findOrders(req.query.customer));
});

app.get("/orders/mine", authenticateSafely, async (req, res) => {
  res.json(await findOrdersSafely(req.user.sub));
});

app.get("/search", (req, res) => {
  // finds: javascript.injection.response-html
  res.send(`<h1>Results for ${req.query.term}</h1>`);
});

app.get("/thumbnail", (req, res) => {
  const file = req.query.file;
  // finds: javascript.injection.command-request
  exec(`convert ${file} -resize 80 /tmp/thumbnail.png`, () => res.sendFile("/tmp/thumbnail.png"));
});

app.get("/thumbnail/safe", (req, res) => {
  const file = path.basename(String(req.query.file));
  execFile("convert", [path.join(folder, file), "-resize", "80", "/tmp/thumbnail.png"], () => res.sendFile("/tmp/thumbnail.png"));
});

app.get("/image", (req, res) => {
  // finds: javascript.injection.path-request
  res.sendFile(path.join(folder, req.query.name));
});

app.get("/image/safe", (req, res) => {
  res.sendFile(req.query.name, { root: folder });
});

app.post("/settings", authenticateSafely, (req, res) => {
  // finds: javascript.injection.deep-merge-request
  _.merge(settings, req.body);
  res.json(settings);
});

app.get("/out", (req, res) => {
  // finds: javascript.injection.open-redirect
  res.redirect(req.query.to);
});

app.post("/login", (req, res) => {
  // finds: javascript.auth.cookie-flags
  res.cookie("session", req.body.session, { httpOnly: true });
  res.cookie("theme", settings.theme);
  res.sendStatus(204);
});

app.listen(8001);
