import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Logins {
  private static final Logger LOGGER = LoggerFactory.getLogger(Logins.class);

  void login(String user, String password) {
    // ruleid: java.logging.secret-in-log
    LOGGER.info("login of {} with {}", user, password);
  }

  void connect(Config config) {
    // ruleid: java.logging.secret-in-log
    LOGGER.debug("connecting with " + config.getApiKey());
  }

  void refresh(String refreshToken) {
    // ruleid: java.logging.secret-in-log
    System.out.println("could not refresh " + refreshToken);
  }

  void safeLogin(String user) {
    // ok: java.logging.secret-in-log
    LOGGER.info("login of {}", user);
  }

  void reset(String user) {
    // ok: java.logging.secret-in-log
    LOGGER.info("password of {} was reset", user);
  }

  void rotated(String secretName) {
    // ok: java.logging.secret-in-log
    LOGGER.info("rotated " + secretName);
  }

  interface Config {
    String getApiKey();
  }
}
