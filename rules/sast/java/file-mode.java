import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

class Permissions {
  void share(File file) {
    // ruleid: java.auth.file-mode
    file.setWritable(true, false);
  }

  void install(Path path) throws IOException {
    // ruleid: java.auth.file-mode
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  void open(Set<PosixFilePermission> permissions) {
    // ruleid: java.auth.file-mode
    permissions.add(PosixFilePermission.OTHERS_WRITE);
  }

  void own(File file) {
    // ok: java.auth.file-mode
    file.setWritable(true, true);
  }

  void safeInstall(Path path) throws IOException {
    // ok: java.auth.file-mode
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void compare(Path path) throws IOException {
    // ok: java.auth.file-mode
    assertEquals(PosixFilePermissions.fromString("rwxrwxrwx"), Files.getPosixFilePermissions(path));
  }

  void group(Set<PosixFilePermission> permissions) {
    // ok: java.auth.file-mode
    permissions.add(PosixFilePermission.GROUP_READ);
  }
}
