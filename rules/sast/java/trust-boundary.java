import java.security.SecureRandom;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

class Preferences {
  void language(HttpServletRequest request) {
    // ruleid: java.injection.trust-boundary
    request.getSession().setAttribute("language", request.getParameter("language"));
  }

  void role(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    String role = request.getHeader("X-Role");
    // ruleid: java.injection.trust-boundary
    session.setAttribute("role", role);
  }

  void named(HttpServletRequest request) {
    HttpSession session = request.getSession();
    // ruleid: java.injection.trust-boundary
    session.setAttribute(request.getParameter("key"), "on");
  }

  void pageSize(HttpServletRequest request) {
    // ok: java.injection.trust-boundary
    request.getSession().setAttribute("pageSize", Integer.parseInt(request.getParameter("size")));
  }

  void number(HttpSession session) {
    // ok: java.injection.trust-boundary
    session.setAttribute("number", new SecureRandom().nextLong());
  }

  void theme(HttpServletRequest request) {
    String theme = request.getParameter("theme").equals("dark") ? "dark" : "light";
    // ok: java.injection.trust-boundary
    request.getSession().setAttribute("theme", theme);
  }
}
