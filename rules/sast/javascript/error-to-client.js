const express = require("express");
const logger = require("./logger");
const app = express();

app.get("/order/:id", async (req, res) => {
  try {
    res.json(await load(req.params.id));
  } catch (error) {
    // ruleid: javascript.logging.error-to-client
    res.status(500).send(error.stack);
  }
});

app.use((error, req, res, next) => {
  // ruleid: javascript.logging.error-to-client
  res.status(500).json({ message: "failed", trace: error.stack });
});

app.use(function (error, req, res, next) {
  // ruleid: javascript.logging.error-to-client
  res.end(`failed: ${error.stack}`);
});

app.use((error, req, res, next) => {
  // ok: javascript.logging.error-to-client
  logger.error(error.stack);
  res.status(500).json({ message: "failed" });
});

app.use((req, res) => {
  // ok: javascript.logging.error-to-client
  res.status(404).json({ message: "not found" });
});

function describe(error) {
  // ok: javascript.logging.error-to-client
  return { message: error.message, trace: error.stack };
}

async function load(id) {
  // ok: javascript.logging.error-to-client
  return describe(new Error(id));
}
