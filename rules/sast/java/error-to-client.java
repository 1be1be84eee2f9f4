import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

class Errors {
  private static final Logger LOGGER = LoggerFactory.getLogger(Errors.class);

  void trace(HttpServletResponse response, Exception error) throws IOException {
    // ruleid: java.logging.error-to-client
    error.printStackTrace(response.getWriter());
  }

  void page(HttpServletResponse response, Exception error) throws IOException {
    PrintWriter out = response.getWriter();
    out.println("<pre>");
    // ruleid: java.logging.error-to-client
    error.printStackTrace(out);
  }

  ResponseEntity<String> entity(Exception error) {
    // ruleid: java.logging.error-to-client
    return ResponseEntity.status(500).body(ExceptionUtils.getStackTrace(error));
  }

  void safe(HttpServletResponse response, Exception error) throws IOException {
    // ok: java.logging.error-to-client
    LOGGER.error("request failed", error);
    response.sendError(500, "the request failed");
  }

  String describe(Exception error) {
    StringWriter text = new StringWriter();
    // ok: java.logging.error-to-client
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  ResponseEntity<String> safeEntity() {
    // ok: java.logging.error-to-client
    return ResponseEntity.status(500).body("the request failed");
  }
}
