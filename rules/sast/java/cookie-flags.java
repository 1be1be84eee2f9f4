import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Cookies {
  void login(HttpServletResponse response, String key) {
    Cookie cookie = new Cookie("session", key);
    cookie.setHttpOnly(true);
    // ruleid: java.auth.cookie-flags
    response.addCookie(cookie);
  }

  void plain(HttpServletResponse response, String key) {
    Cookie cookie = new Cookie("cart", key);
    // ruleid: java.auth.cookie-flags
    cookie.setSecure(false);
    response.addCookie(cookie);
  }

  void readable(HttpServletResponse response, String key) {
    Cookie cookie = new Cookie("cart", key);
    cookie.setSecure(true);
    // ruleid: java.auth.cookie-flags
    cookie.setHttpOnly(false);
    response.addCookie(cookie);
  }

  void safeLogin(HttpServletResponse response, String key) {
    Cookie cookie = new Cookie("session", key);
    // ok: java.auth.cookie-flags
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    // ok: java.auth.cookie-flags
    response.addCookie(cookie);
  }

  void theme(HttpServletResponse response) {
    Cookie cookie = new Cookie("theme", "dark");
    // ok: java.auth.cookie-flags
    response.addCookie(cookie);
  }

  void transport(Transport transport) {
    // ok: java.auth.cookie-flags
    transport.setSecure(false);
  }

  interface Transport {
    void setSecure(boolean secure);
  }
}
