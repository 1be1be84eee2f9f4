import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Invoices {
  private static final String FOLDER = "/srv/shop/invoices";

  InputStream invoice(HttpServletRequest request) throws IOException {
    // ok: java.injection.path-request
    return new FileInputStream(FOLDER + "/" + name(request));
  }

  File archive(HttpServletRequest request) {
    String name = request.getParameter("file");
    // ruleid: java.injection.path-request
    return new File(FOLDER, name);
  }

  @GetMapping("/note")
  byte[] note(@RequestParam String name) throws IOException {
    // ruleid: java.injection.path-request
    return Files.readAllBytes(Paths.get(FOLDER, name));
  }

  String direct(HttpServletRequest request) throws IOException {
    // ruleid: java.injection.path-request
    return Files.readString(Path.of(request.getParameter("path")));
  }

  @GetMapping("/report")
  File report(@RequestParam String name) throws IOException {
    if (!name.matches("[a-z]+")) {
      throw new IOException("bad name");
    }
    // ok: java.injection.path-request
    return new File(FOLDER, name);
  }

  File terms() {
    // ok: java.injection.path-request
    return new File("/srv/shop/terms.pdf");
  }

  File upload(String name) {
    // ok: java.injection.path-request
    return new File(FOLDER, name);
  }

  File cleaned(HttpServletRequest request) {
    // ok: java.injection.path-request
    return new File(FOLDER, request.getParameter("file").replaceAll("[^a-z]", ""));
  }

  private String name(HttpServletRequest request) {
    // ok: java.injection.path-request
    return request.getParameter("file").replaceAll("[^a-z]", "");
  }
}

class Logos {
  private final ShopRepository shops;

  Logos(ShopRepository shops) {
    this.shops = shops;
  }

  File logo(HttpServletRequest request) {
    Shop shop = shops.findBySlug(request.getParameter("shop"));
    // ok: java.injection.path-request
    return new File("/srv/shop/logos", shop.logo());
  }

  File seal(HttpServletRequest request) {
    String name = shops.findSealPathByShop(request.getParameter("shop"));
    // ruleid: java.injection.path-request
    return new File("/srv/shop/seals", name);
  }
}

class Uploads {
  File keep(HttpServletRequest request) {
    String extension = Names.getFileExtension(request.getParameter("file"));
    // ok: java.injection.path-request
    return new File("/srv/shop/uploads", "upload." + extension);
  }
}

class Attachments {
  File keep(MultipartFile upload) {
    checkName(upload.getOriginalFilename());
    // ok: java.injection.path-request
    return new File("/srv/shop/attachments", upload.getOriginalFilename());
  }

  File keepAny(MultipartFile upload) {
    checkNotNull(upload.getOriginalFilename());
    // ruleid: java.injection.path-request
    return new File("/srv/shop/attachments", upload.getOriginalFilename());
  }

  File ofShop(HttpServletRequest request, Shops shops) {
    // ok: java.injection.path-request
    return new File("/srv/shop", shops.folders().get(request.getParameter("shop")).name());
  }

  byte[] asked(HttpServletRequest request) throws IOException {
    // ok: java.injection.path-request
    File file = new File(FOLDER, request.getParameter("name"));
    if (!file.getCanonicalPath().startsWith(FOLDER)) {
      throw new IOException("outside");
    }
    return Files.readAllBytes(file.toPath());
  }

  Path askedOfThePath(HttpServletRequest request) throws IOException {
    // ok: java.injection.path-request
    Path path = Path.of(FOLDER, request.getParameter("name")).normalize();
    if (!path.startsWith(FOLDER)) throw new IOException("outside");
    return path;
  }

  boolean probed(HttpServletRequest request) {
    // ok: java.injection.path-request
    return Files.exists(base.resolve(request.getParameter("name")));
  }
}
