import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Network {
  private static final Map<String, String> COMMANDS = Map.of("up", "uptime", "disk", "df");

  Process ping(HttpServletRequest request) throws IOException {
    // ruleid: java.injection.command-request
    return Runtime.getRuntime().exec("ping -c 1 " + request.getParameter("host"));
  }

  Process start(HttpServletRequest request) throws IOException {
    String script = request.getParameter("script");
    // ruleid: java.injection.command-request
    return new ProcessBuilder("sh", "-c", script).start();
  }

  @GetMapping("/lookup")
  Process lookup(@RequestParam("host") String host) throws IOException {
    // ruleid: java.injection.command-request
    return Runtime.getRuntime().exec("dig +short " + host);
  }

  Process safePing(HttpServletRequest request) throws IOException {
    // ok: java.injection.command-request
    return new ProcessBuilder("ping", "-c", "1", request.getParameter("host")).start();
  }

  @GetMapping("/safe/lookup")
  Process safeLookup(@RequestParam("host") String host) throws IOException {
    if (!host.matches("[a-z.]+")) {
      throw new IOException("bad host");
    }
    // ok: java.injection.command-request
    return Runtime.getRuntime().exec("dig +short " + host);
  }

  Process chosen(HttpServletRequest request) throws IOException {
    // ok: java.injection.command-request
    return Runtime.getRuntime().exec(COMMANDS.get(request.getParameter("name")));
  }
}
