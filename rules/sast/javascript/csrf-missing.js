const bodyParser = require("body-parser");
const express = require("express");
const session = require("express-session");

function shop(key) {
  const app = express();
  app.use(bodyParser.urlencoded({ extended: false }));
  // ruleid: javascript.auth.csrf-missing
  app.use(session({ secret: key, resave: false }));
  return app;
}

function club(key) {
  const app = express();
  // ruleid: javascript.auth.csrf-missing
  app.use(session({ secret: key, cookie: { maxAge: 60000 } }));
  app.use(express.urlencoded({ extended: true }));
  return app;
}

function library(key) {
  const app = express();
  app.use(express.json());
  app.use(express.urlencoded({ extended: true }));
  app.use(express.static("public"));
  // ruleid: javascript.auth.csrf-missing
  app.use(session({ secret: key }));
  app.set("view engine", "ejs");
  return app;
}

function strictShop(key) {
  const app = express();
  app.use(bodyParser.urlencoded({ extended: false }));
  // ok: javascript.auth.csrf-missing
  app.use(session({ secret: key, cookie: { sameSite: "strict" } }));
  return app;
}

function service(key) {
  const app = express();
  app.use(express.json());
  // ok: javascript.auth.csrf-missing
  app.use(session({ secret: key }));
  return app;
}

function guardedShop(key) {
  const { doubleCsrf } = require("csrf-csrf");
  const app = express();
  app.use(bodyParser.urlencoded({ extended: false }));
  // ok: javascript.auth.csrf-missing
  app.use(session({ secret: key }));
  app.use(doubleCsrf({ getSecret: () => key }).doubleCsrfProtection);
  return app;
}
