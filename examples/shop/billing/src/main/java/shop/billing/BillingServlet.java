package shop.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/** Bills and payments. */
public class BillingServlet extends HttpServlet {
  private static final Logger LOGGER = LoggerFactory.getLogger(BillingServlet.class);
  private static final Path FOLDER = Path.of("/srv/shop/bills");
  private final transient Connection connection;

  public BillingServlet(Connection connection) {
    this.connection = connection;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      String customer = request.getParameter("customer");
      // finds: java.injection.response-html
      response.getWriter().println("<h1>Bills of " + customer + "</h1>");
      print(find(customer), response);
    } catch (SQLException error) {
      // finds: java.logging.error-to-client
      error.printStackTrace(response.getWriter());
    }
  }

  private ResultSet find(String customer) throws SQLException {
    Statement statement = connection.createStatement();
    // finds: java.injection.sql-request
    return statement.executeQuery("SELECT id, total FROM bills WHERE customer = '" + customer + "'");
  }

  ResultSet findSafely(String customer) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("SELECT id, total FROM bills WHERE customer = ?");
    statement.setString(1, customer);
    return statement.executeQuery();
  }

  private void print(ResultSet bills, HttpServletResponse response) throws IOException, SQLException {
    while (bills.next()) {
      response.getWriter().println(bills.getInt("total"));
    }
  }

  byte[] bill(HttpServletRequest request) throws IOException {
    // finds: java.injection.path-request
    return Files.readAllBytes(Path.of(request.getParameter("file")));
  }

  byte[] billSafely(HttpServletRequest request) throws IOException {
    Path bill = FOLDER.resolve(request.getParameter("file")).normalize();
    if (!bill.startsWith(FOLDER)) {
      throw new IOException("no such bill");
    }
    return Files.readAllBytes(bill);
  }

  Process export(HttpServletRequest request) throws IOException {
    // finds: java.injection.command-request
    return Runtime.getRuntime().exec("tar czf /tmp/bills.tgz " + request.getParameter("folder"));
  }

  Process exportSafely() throws IOException {
    return new ProcessBuilder("tar", "czf", "/tmp/bills.tgz", FOLDER.toString()).start();
  }

  Object restore(InputStream body) throws IOException, ClassNotFoundException {
    ObjectInputStream stream = new ObjectInputStream(body);
    // finds: java.injection.object-input-stream
    return stream.readObject();
  }

  Document read(InputStream body) throws Exception {
    // finds: java.injection.xml-entities
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(body);
  }

  Document readSafely(InputStream body) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(body);
  }

  void login(HttpServletResponse response, String key, String password) {
    // finds: java.logging.secret-in-log
    LOGGER.debug("login with {}", password);
    Cookie cookie = new Cookie("session", key);
    // finds: java.auth.cookie-flags
    response.addCookie(cookie);
  }

  void loginSafely(HttpServletResponse response, String key) {
    LOGGER.debug("login");
    Cookie cookie = new Cookie("session", key);
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
  }
}
