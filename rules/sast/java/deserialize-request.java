import java.beans.XMLDecoder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServletRequest;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Imports {
  Object basket(HttpServletRequest request) throws IOException, ClassNotFoundException {
    // ruleid: java.injection.deserialize-request
    ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
    return stream.readObject();
  }

  Object layout(HttpServletRequest request) throws IOException {
    // ruleid: java.injection.deserialize-request
    return new XMLDecoder(request.getInputStream()).readObject();
  }

  Object settings(HttpServletRequest request) {
    Yaml yaml = new Yaml();
    // ruleid: java.injection.deserialize-request
    return yaml.load(request.getParameter("settings"));
  }

  Object cache() throws IOException, ClassNotFoundException {
    // ok: java.injection.deserialize-request
    ObjectInputStream stream = new ObjectInputStream(new FileInputStream("/var/cache/shop/basket.bin"));
    return stream.readObject();
  }

  Object plain(HttpServletRequest request) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    // ok: java.injection.deserialize-request
    return yaml.load(request.getParameter("settings"));
  }

  private final Yaml plainValues = new Yaml(new SafeConstructor(new LoaderOptions()));

  Object plainAgain(HttpServletRequest request) {
    // ok: java.injection.deserialize-request
    return plainValues.load(request.getParameter("settings"));
  }

  Object defaults() {
    Yaml yaml = new Yaml();
    // ok: java.injection.deserialize-request
    return yaml.load("theme: light");
  }

  int size(HttpServletRequest request) throws IOException {
    // ok: java.injection.deserialize-request
    return request.getInputStream().readAllBytes().length;
  }
}
