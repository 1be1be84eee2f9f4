import java.io.IOException;

class Tools {
  Process archive(String folder) throws IOException {
    // ruleid: java.injection.command-string
    return Runtime.getRuntime().exec("tar czf archive.tgz " + folder);
  }

  Process resolve(String host) throws IOException {
    Runtime runtime = Runtime.getRuntime();
    String command = "dig +short " + host;
    // ruleid: java.injection.command-string
    return runtime.exec(command);
  }

  Process count(String path) throws IOException {
    // ruleid: java.injection.command-string
    return new ProcessBuilder("sh", "-c", "wc -l " + path).start();
  }

  Process safeArchive(String folder) throws IOException {
    // ok: java.injection.command-string
    return new ProcessBuilder("tar", "czf", "archive.tgz", folder).start();
  }

  Process uptime() throws IOException {
    // ok: java.injection.command-string
    return Runtime.getRuntime().exec("uptime");
  }

  void run(Executor executor, String task) {
    // ok: java.injection.command-string
    executor.exec("task " + task);
  }

  interface Executor {
    void exec(String task);
  }
}
