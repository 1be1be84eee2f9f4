import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;

class Audit {
  private static final Logger LOG = Logger.getLogger("audit");

  void login(HttpServletRequest request) {
    // ruleid: java.injection.log-request
    LOG.info("login of " + request.getParameter("user"));
  }

  void agent(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    // ruleid: java.injection.log-request
    LOG.warning("unknown client " + agent);
  }

  void page(HttpServletRequest request) {
    // ruleid: java.injection.log-request
    LOG.fine(String.format("page %s", request.getParameter("page")));
  }

  void number(HttpServletRequest request) {
    // ok: java.injection.log-request
    LOG.info("order " + Integer.parseInt(request.getParameter("order")));
  }

  void clean(HttpServletRequest request) {
    // ok: java.injection.log-request
    LOG.info("login of " + request.getParameter("user").replaceAll("[\\r\\n]", "_"));
  }

  void started() {
    // ok: java.injection.log-request
    LOG.info("started");
  }
}
