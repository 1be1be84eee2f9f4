import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Search {
  void results(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    // ruleid: java.injection.response-html
    response.getWriter().println("<h1>Results for " + request.getParameter("term") + "</h1>");
  }

  void hello(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    PrintWriter out = response.getWriter();
    // ruleid: java.injection.response-html
    out.println("<b>Hello " + name + "</b>");
  }

  void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java.injection.response-html
    response.getWriter().write(request.getParameter("text"));
  }

  void safeResults(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: java.injection.response-html
    response.getWriter().println("<h1>Results for " + Encode.forHtml(request.getParameter("term")) + "</h1>");
  }

  void plain(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain");
    // ok: java.injection.response-html
    response.getWriter().write(request.getParameter("text"));
  }

  void trace(HttpServletRequest request) {
    String name = request.getParameter("name");
    // ok: java.injection.response-html
    System.out.println("hello " + name);
  }
}

class Shells {
  private PrintWriter shell;

  void run(HttpServletRequest request, Channel channel) throws IOException {
    shell = new PrintWriter(channel.getOutputStream());
    // ok: java.injection.response-html
    shell.println(request.getParameter("command"));
  }
}

class Redirects {
  void turn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: java.injection.response-html
    response.getWriter().println("<a href=\"/login?next=" + request.getRequestURI() + "\">");
    // ruleid: java.injection.response-html
    response.getWriter().println("<a href=\"/login?next=" + request.getParameter("next") + "\">");
  }
}
