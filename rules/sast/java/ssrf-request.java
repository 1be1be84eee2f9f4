import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

class Previews {
  private final RestTemplate rest = new RestTemplate();

  InputStream preview(HttpServletRequest request) throws IOException {
    // ruleid: java.injection.ssrf-request
    return new URL(request.getParameter("url")).openStream();
  }

  @GetMapping("/hook")
  String hook(@RequestParam String target) {
    // ruleid: java.injection.ssrf-request
    return rest.getForObject(target, String.class);
  }

  HttpRequest avatar(HttpServletRequest request) {
    String address = request.getParameter("address");
    // ruleid: java.injection.ssrf-request
    return HttpRequest.newBuilder(URI.create(address)).build();
  }

  InputStream status() throws IOException {
    // ok: java.injection.ssrf-request
    return new URL("https://status.example.com/health").openStream();
  }

  @GetMapping("/stock")
  String stock(@RequestParam String sku) {
    // ok: java.injection.ssrf-request
    return rest.getForObject("https://stock.example.com/v1/{sku}", String.class, sku);
  }

  @GetMapping("/checked")
  String checked(@RequestParam String target) {
    if (!target.startsWith("https://partner.example.com/")) {
      return "";
    }
    // ok: java.injection.ssrf-request
    return rest.getForObject(target, String.class);
  }
}

class Forwards {
  private final RestTemplate rest = new RestTemplate();

  String forward(HttpServletRequest request, String base) {
    base += request.getRequestURI();
    // ok: java.injection.ssrf-request
    String answer = rest.getForObject(base, String.class);
    // ruleid: java.injection.ssrf-request
    return answer + rest.getForObject(request.getHeader("X-Target"), String.class);
  }
}

class Orders {
  private final RestTemplate rest = new RestTemplate();
  private String base;

  @GetMapping("/order")
  String order(@RequestParam String id, @RequestParam String shop) {
    // ok: java.injection.ssrf-request
    String found = rest.getForObject(base + "/orders/" + id, String.class);
    // ok: java.injection.ssrf-request
    found += rest.getForObject(String.format("%s/orders/%s", base, id), String.class);
    // ruleid: java.injection.ssrf-request
    return found + rest.getForObject("https://" + shop + "/orders/" + id, String.class);
  }
}
