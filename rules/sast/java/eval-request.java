import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.servlet.http.HttpServletRequest;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Formulas {
  private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");

  Object calculate(HttpServletRequest request) throws ScriptException {
    // ruleid: java.injection.eval-request
    return engine.eval("var result = " + request.getParameter("formula"));
  }

  @GetMapping("/filter")
  Object filter(@RequestParam String expression) {
    ExpressionParser parser = new SpelExpressionParser();
    // ruleid: java.injection.eval-request
    return parser.parseExpression(expression).getValue();
  }

  Object column(HttpServletRequest request) {
    // ruleid: java.injection.eval-request
    return new SpelExpressionParser().parseExpression("row." + request.getParameter("column")).getValue();
  }

  Object tax() throws ScriptException {
    // ok: java.injection.eval-request
    return engine.eval("net * 0.19");
  }

  @GetMapping("/rounded")
  Object rounded(@RequestParam int digits) throws ScriptException {
    // ok: java.injection.eval-request
    return engine.eval("round(net, " + digits + ")");
  }

  Object bound(HttpServletRequest request) throws ScriptException {
    engine.put("net", request.getParameter("net"));
    // ok: java.injection.eval-request
    return engine.eval("Number(net) * 0.19");
  }
}
