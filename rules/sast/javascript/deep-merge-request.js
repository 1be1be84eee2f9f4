const _ = require("lodash");
const express = require("express");
const app = express();
const settings = { theme: "light" };

app.post("/settings", (req, res) => {
  // ruleid: javascript.injection.deep-merge-request
  _.merge(settings, req.body);
  res.json(settings);
});

app.post("/profile", (req, res) => {
  // ruleid: javascript.injection.deep-merge-request
  const profile = _.defaultsDeep({}, req.body.profile, settings);
  res.json(profile);
});

app.post("/option", (req, res) => {
  // ruleid: javascript.injection.deep-merge-request
  _.set(settings, req.body.path, req.body.value);
  res.end();
});

app.post("/safe/settings", (req, res) => {
  // ok: javascript.injection.deep-merge-request
  settings.theme = String(req.body.theme);
  res.json(settings);
});

app.post("/safe/pick", (req, res) => {
  // ok: javascript.injection.deep-merge-request
  _.merge(settings, _.pick(req.body, ["theme"]));
  res.json(settings);
});

app.get("/sum", (req, res) => {
  // ok: javascript.injection.deep-merge-request
  res.json(_.sumBy(req.body, "price"));
});
