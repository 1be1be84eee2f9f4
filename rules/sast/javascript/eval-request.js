const vm = require("vm");
const express = require("express");
const app = express();

const operations = { sum: (a, b) => a + b, product: (a, b) => a * b };

app.get("/sum", (req, res) => {
  // ruleid: javascript.injection.eval-request
  res.json({ result: eval(req.query.expression) });
});

app.post("/script", (req, res) => {
  const source = req.body.source;
  // ruleid: javascript.injection.eval-request
  res.json(vm.runInNewContext(source, {}));
});

app.post("/formula", (req, res) => {
  const { formula } = req.body;
  // ruleid: javascript.injection.eval-request
  const compute = new Function("price", formula);
  res.json({ price: compute(10) });
});

app.get("/safe/sum", (req, res) => {
  const operation = operations[req.query.name] || operations.sum;
  // ok: javascript.injection.eval-request
  res.json({ result: operation(1, 2) });
});

app.post("/safe/data", (req, res) => {
  // ok: javascript.injection.eval-request
  res.json(JSON.parse(req.body.data));
});

app.get("/version", (req, res) => {
  // ok: javascript.injection.eval-request
  res.json({ version: eval("process.version") });
});

app.post("/formula", (req, res) => {
  // ruleid: javascript.injection.eval-request
  res.json({ result: mathjs.eval(req.body.formula) });
});

app.post("/cage", (req, res) => {
  const cage = new VM({ timeout: 100 });
  // ruleid: javascript.injection.eval-request
  res.json({ result: cage.run(req.body.script) });
});

app.post("/job", (req, res) => {
  const job = new Job({ timeout: 100 });
  // ok: javascript.injection.eval-request
  res.json({ result: job.run(req.body.name) });
});
