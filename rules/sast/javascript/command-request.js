const { exec, execFile, execSync } = require("child_process");
const express = require("express");
const app = express();

app.get("/ping", (req, res) => {
  // ruleid: javascript.injection.command-request
  exec("ping -c 1 " + req.query.host, (error, output) => res.send(error ? "down" : output));
});

app.post("/archive", (req, res) => {
  const { folder } = req.body;
  // ruleid: javascript.injection.command-request
  execSync(`tar czf /tmp/archive.tgz ${folder}`);
  res.end();
});

app.get("/lookup/:host", (req, res) => {
  const host = req.params.host;
  const command = "dig +short " + host;
  // ruleid: javascript.injection.command-request
  exec(command, (error, output) => res.json({ output }));
});

app.get("/safe/ping", (req, res) => {
  // ok: javascript.injection.command-request
  execFile("ping", ["-c", "1", req.query.host], (error, output) => res.send(error ? "down" : output));
});

app.get("/safe/lookup/:host", (req, res) => {
  const host = req.params.host;
  if (!/^[a-z.]+$/.test(host)) {
    return res.sendStatus(400);
  }
  // ok: javascript.injection.command-request
  exec("dig +short " + host, (error, output) => res.json({ output }));
});

app.get("/uptime", (req, res) => {
  // ok: javascript.injection.command-request
  exec("uptime", (error, output) => res.json({ output }));
});

app.get("/tool", (req, res) => {
  const [tool, ...rest] = String(req.query.command).split(" ");
  // ruleid: javascript.injection.command-request
  spawn(tool, rest).stdout.pipe(res);
});

app.get("/safe/tool", (req, res) => {
  // ok: javascript.injection.command-request
  spawn("convert", ["--", req.query.file]).stdout.pipe(res);
});
