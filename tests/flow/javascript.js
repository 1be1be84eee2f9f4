function fieldOfALiteral() {
  const o = {a: source(), b: 'x'};
  // ruleid: flow
  sink(o.a);
  // ok: flow
  sink(o.b);
}
