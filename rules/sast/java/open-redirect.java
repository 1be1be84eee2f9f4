import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Logins {
  void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java.injection.open-redirect
    response.sendRedirect(request.getParameter("next"));
  }

  void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String target = request.getParameter("next");
    // ruleid: java.injection.open-redirect
    response.sendRedirect(target);
  }

  @GetMapping("/out")
  String out(@RequestParam String to) {
    // ruleid: java.injection.open-redirect
    return "redirect:" + to;
  }

  void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: java.injection.open-redirect
    response.sendRedirect(request.getContextPath() + "/home");
  }

  void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String target = request.getParameter("next");
    if (!target.matches("/[a-z]+")) {
      return;
    }
    // ok: java.injection.open-redirect
    response.sendRedirect(target);
  }

  @GetMapping("/old")
  String old() {
    // ok: java.injection.open-redirect
    return "redirect:/new";
  }
}
