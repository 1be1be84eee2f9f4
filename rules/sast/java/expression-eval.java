import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.springframework.expression.ExpressionParser;
import org.springframework.web.bind.annotation.RequestParam;

class Formulas {
  Object sum(ScriptEngine engine, String left, String right) throws ScriptException {
    // ruleid: java.injection.expression-eval
    return engine.eval(left + "+" + right);
  }

  Object price(ExpressionParser parser, @RequestParam String formula) {
    // ruleid: java.injection.expression-eval
    return parser.parseExpression(formula).getValue();
  }

  Object discount(ScriptEngine engine, String rate) throws ScriptException {
    String script = "price * " + rate;
    // ruleid: java.injection.expression-eval
    return engine.eval(script);
  }

  Object constant(ScriptEngine engine) throws ScriptException {
    // ok: java.injection.expression-eval
    return engine.eval("6 * 7");
  }

  Object title(ExpressionParser parser, Object product) {
    // ok: java.injection.expression-eval
    return parser.parseExpression("title").getValue(product);
  }

  double score(Model model, String text) {
    // ok: java.injection.expression-eval
    return model.eval("text: " + text);
  }

  interface Model {
    double eval(String text);
  }
}
