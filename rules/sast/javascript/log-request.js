app.post("/login", (req, res) => {
  // ruleid: javascript.logging.log-request
  console.warn(`login failed for ${req.body.user}`);
  res.sendStatus(401);
});

app.get("/orders", (req, res) => {
  const { status } = req.query;
  // ruleid: javascript.logging.log-request
  logger.info("orders with status " + status);
  res.json([]);
});

function note(text) {
  // ruleid: javascript.logging.log-request
  logger.debug("note: " + text);
}

app.post("/note", (req, res) => note(req.body.note));

app.get("/seen", (req, res) => {
  // ok: javascript.logging.log-request
  logger.info("seen " + JSON.stringify(req.query.from));
  // ok: javascript.logging.log-request
  logger.info({ from: req.query.from }, "seen");
  // ok: javascript.logging.log-request
  console.log(`page ${Number(req.query.page)}`);
});
