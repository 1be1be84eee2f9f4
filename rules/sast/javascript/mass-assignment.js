app.post("/users", async (req, res) => {
  // ruleid: javascript.injection.mass-assignment
  res.json(await User.create(req.body));
});

app.put("/users/:id", async (req, res) => {
  // ruleid: javascript.injection.mass-assignment
  res.json(await User.findByIdAndUpdate(req.params.id, req.body, { new: true }));
});

app.post("/orders", async (req, res) => {
  // ruleid: javascript.injection.mass-assignment
  const order = new Order(req.body);
  res.json(await order.save());
});

app.post("/safe", async (req, res) => {
  const { name, email } = req.body;
  // ok: javascript.injection.mass-assignment
  await User.create({ name, email });
  // ok: javascript.injection.mass-assignment
  await User.create(_.pick(req.body, ["name", "email"]));
  // ok: javascript.injection.mass-assignment
  await Order.findByIdAndUpdate(req.params.id, { note: String(req.body.note) });
});
