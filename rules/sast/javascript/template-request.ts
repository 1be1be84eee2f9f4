import * as letters from "dot";
import * as books from "./books";

app.post("/letter", (req, res) => {
  // ruleid: javascript.injection.template-request
  res.send(letters.compile(req.body.text)());
});

app.post("/safe/letter", (req, res) => {
  // ok: javascript.injection.template-request
  res.send(letters.compile("Dear {{=it.name}}")({ name: req.body.name }));
});

app.post("/book", (req, res) => {
  // ok: javascript.injection.template-request
  res.send(books.compile(req.body.title));
});
