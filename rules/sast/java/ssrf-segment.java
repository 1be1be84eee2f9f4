import java.io.IOException;
import java.net.URL;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

class Shops {
  private final RestTemplate client = new RestTemplate();

  @GetMapping("/shops/{shop}")
  String shop(@PathVariable String shop) {
    // ruleid: java.injection.ssrf-segment
    return client.getForObject("https://" + shop + ".example.com/", String.class);
  }

  @GetMapping("/logo/{shop}")
  Object logo(@PathVariable("shop") String shop) throws IOException {
    // ruleid: java.injection.ssrf-segment
    return new URL("https://" + shop).openStream();
  }

  @GetMapping("/name/{host}")
  String name(@PathVariable String host) {
    // ruleid: java.injection.ssrf-segment
    return client.getForObject(host + "/name", String.class);
  }

  @GetMapping("/orders/{order}")
  String order(@PathVariable String order) {
    // ok: java.injection.ssrf-segment
    return client.getForObject("https://orders.example.com/" + order, String.class);
  }

  @GetMapping("/numbers/{number}")
  String number(@PathVariable int number) {
    // ok: java.injection.ssrf-segment
    return client.getForObject("https://shop" + number + ".example.com/", String.class);
  }

  @GetMapping("/any")
  String any(@RequestParam String shop) {
    // ok: java.injection.ssrf-segment
    return client.getForObject("https://" + shop + ".example.com/", String.class);
  }
}
