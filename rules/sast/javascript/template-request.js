app.post("/preview", (req, res) => {
  // ruleid: javascript.injection.template-request
  res.send(ejs.render(req.body.template, { shop: "ours" }));
});

app.post("/card", (req, res) => {
  const text = `h1 ${req.body.title}\np= shop`;
  // ruleid: javascript.injection.template-request
  const card = pug.compile(text);
  res.send(card({ shop: "ours" }));
});

app.get("/hello", (req, res) => {
  // ruleid: javascript.injection.template-request
  res.send(nunjucks.renderString("Hello " + req.query.name, {}));
});

app.get("/safe", (req, res) => {
  // ok: javascript.injection.template-request
  res.send(ejs.render("<b><%= name %></b>", { name: req.query.name }));
  // ok: javascript.injection.template-request
  res.render("card", { title: req.body.title });
  // ok: javascript.injection.template-request
  res.send(nunjucks.renderString("Page {{ page }}", { page: req.query.page }));
});

app.get("/page/:name", async (req, res) => {
  const text = await fs.readFile(path.join(folder, path.basename(req.params.name)), "utf-8");
  // ok: javascript.injection.template-request
  res.send(ejs.render(text, {}));
  // ok: javascript.injection.template-request
  res.send(mustache.render(req.query.text, {}));
});
