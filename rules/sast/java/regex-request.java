import java.util.List;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Search {
  private final List<String> titles;

  Search(List<String> titles) {
    this.titles = titles;
  }

  boolean any(HttpServletRequest request) {
    // ruleid: java.injection.regex-request
    Pattern pattern = Pattern.compile(request.getParameter("pattern"));
    return titles.stream().anyMatch(pattern.asPredicate());
  }

  boolean matches(HttpServletRequest request, String title) {
    // ruleid: java.injection.regex-request
    return Pattern.matches(".*" + request.getParameter("part") + ".*", title);
  }

  Pattern ending(HttpServletRequest request) {
    String end = request.getHeader("X-End");
    // ruleid: java.injection.regex-request
    return Pattern.compile(end + "$", Pattern.CASE_INSENSITIVE);
  }

  boolean quoted(HttpServletRequest request) {
    // ok: java.injection.regex-request
    Pattern pattern = Pattern.compile(Pattern.quote(request.getParameter("text")));
    return titles.stream().anyMatch(pattern.asPredicate());
  }

  boolean fixed(HttpServletRequest request) {
    // ok: java.injection.regex-request
    return Pattern.matches("[a-z]+", request.getParameter("name"));
  }

  Pattern repeated(HttpServletRequest request) {
    // ok: java.injection.regex-request
    return Pattern.compile("x{" + Integer.parseInt(request.getParameter("count")) + "}");
  }
}
