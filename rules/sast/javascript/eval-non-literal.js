const formatters = { upper: (text) => text.toUpperCase() };

export function calculate(expression) {
  // ruleid: javascript.injection.eval-non-literal
  return eval(expression);
}

export function compile(body) {
  // ruleid: javascript.injection.eval-non-literal
  return new Function("row", `return ${body};`);
}

export function later(name) {
  // ruleid: javascript.injection.eval-non-literal
  setTimeout("start_" + name + "()", 100);
}

export function format(name, text) {
  // ok: javascript.injection.eval-non-literal
  return formatters[name](text);
}

export function globalObject() {
  // ok: javascript.injection.eval-non-literal
  return new Function("return this")();
}

export function laterSafe(start) {
  // ok: javascript.injection.eval-non-literal
  setTimeout(() => start(), 100);
}

export function score(model, text) {
  // ok: javascript.injection.eval-non-literal
  return model.eval(text);
}
