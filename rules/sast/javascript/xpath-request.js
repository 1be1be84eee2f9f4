app.get("/user", (req, res) => {
  // ruleid: javascript.injection.xpath-request
  res.json(xpath.select(`//user[name='${req.query.name}']`, users));
});

app.get("/price", (req, res) => {
  const number = req.query.number;
  // ruleid: javascript.injection.xpath-request
  res.json(xpath.select1("//product[@number='" + number + "']/price", catalog));
});

app.get("/role", (req, res) => {
  // ruleid: javascript.injection.xpath-request
  const expression = xpath.parse("//role[. = '" + req.params.role + "']");
  res.json(expression.select({ node: roles }));
});

app.get("/safe", (req, res) => {
  // ok: javascript.injection.xpath-request
  const expression = xpath.parse("//user[name=$name]");
  res.json(expression.select({ node: users, variables: { name: req.query.name } }));
  // ok: javascript.injection.xpath-request
  res.json(xpath.select(`//user[@id=${Number(req.query.id)}]`, users));
  // ok: javascript.injection.xpath-request
  res.json(xpath.select("//user", users));
});
