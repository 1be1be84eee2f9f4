import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

class Notes {
  @GetMapping("/notes/{name}")
  byte[] note(@PathVariable String name) throws IOException {
    // ruleid: java.injection.path-segment
    return Files.readAllBytes(Path.of("notes", name));
  }

  @GetMapping("/reports/{name}")
  File report(@PathVariable("name") String name) {
    // ruleid: java.injection.path-segment
    return new File("reports/" + name);
  }

  @GET
  @javax.ws.rs.Path("/letters/{name}")
  public byte[] letter(@PathParam("name") String name) throws IOException {
    // ruleid: java.injection.path-segment
    return Files.readAllBytes(Path.of("letters", name));
  }

  @GetMapping("/sent/{number}")
  byte[] numbered(@PathVariable int number) throws IOException {
    // ok: java.injection.path-segment
    return Files.readAllBytes(Path.of("sent", number + ".txt"));
  }

  @GetMapping("/any")
  byte[] any(@RequestParam String name) throws IOException {
    // ok: java.injection.path-segment
    return Files.readAllBytes(Path.of("notes", name));
  }

  @GetMapping("/fixed/{name}")
  byte[] fixed(@PathVariable String name) throws IOException {
    // ok: java.injection.path-segment
    return Files.readAllBytes(Path.of("notes", "welcome.txt"));
  }
}
