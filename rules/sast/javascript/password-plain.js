const bcrypt = require("bcrypt");
const crypto = require("crypto");

app.post("/login", async (req, res) => {
  // ruleid: javascript.auth.password-plain
  res.json(await User.findOne({ name: req.body.name, password: req.body.password }));
});

app.post("/club/login", async (req, res) => {
  const { name, password } = req.body;
  // ruleid: javascript.auth.password-plain
  res.json(await Member.findOne({ where: { name, password: password } }));
});

app.post("/shop/login", async (req, res) => {
  const user = await users.byName(req.body.name);
  // ruleid: javascript.auth.password-plain
  if (user.password !== req.body.password) return res.status(401).end();
  res.json(user);
});

app.post("/safe/login", async (req, res) => {
  const user = await users.byName(req.body.name);
  // ok: javascript.auth.password-plain
  res.json({ ok: await bcrypt.compare(req.body.password, user.password) });
});

app.post("/digest/login", async (req, res) => {
  const password = crypto.createHash("sha256").update(req.body.password).digest("hex");
  // ok: javascript.auth.password-plain
  res.json(await User.findOne({ name: req.body.name, password: password }));
});

app.post("/repeat", (req, res) => {
  // ok: javascript.auth.password-plain
  res.json({ same: req.body.password === req.body.repeated });
});
