import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestParam;

class Pictures {
  private static final Path FOLDER = Path.of("/srv/pictures");

  boolean has(@RequestParam String name) {
    // ruleid: java.injection.path-probe
    return Files.exists(FOLDER.resolve(name));
  }

  boolean isPicture(HttpServletRequest request) {
    Path picture = FOLDER.resolve(request.getParameter("name"));
    // ruleid: java.injection.path-probe
    return Files.isRegularFile(picture);
  }

  boolean isFolder(@RequestParam String name) {
    // ruleid: java.injection.path-probe
    return Files.isDirectory(FOLDER.resolve("all/" + name));
  }

  boolean hasChecked(@RequestParam String name) {
    Path picture = FOLDER.resolve(name).normalize();
    if (!picture.startsWith(FOLDER)) return false;
    // ok: java.injection.path-probe
    return Files.exists(picture);
  }

  boolean hasNumber(@RequestParam int number) {
    // ok: java.injection.path-probe
    return Files.exists(FOLDER.resolve(number + ".png"));
  }

  byte[] read(@RequestParam String name) throws IOException {
    // ok: java.injection.path-probe
    return Files.readAllBytes(FOLDER.resolve(name));
  }
}
