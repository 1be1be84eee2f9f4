import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

class Users {
  private final Connection connection;
  private final JdbcTemplate template;

  Users(Connection connection, JdbcTemplate template) {
    this.connection = connection;
    this.template = template;
  }

  ResultSet find(String name) throws SQLException {
    Statement statement = connection.createStatement();
    // ruleid: java.injection.sql-string
    return statement.executeQuery("SELECT id, email FROM users WHERE name = '" + name + "'");
  }

  int delete(String number) {
    String sql = "DELETE FROM orders WHERE number = " + number;
    // ruleid: java.injection.sql-string
    return template.update(sql);
  }

  List<String> titles(String term) {
    // ruleid: java.injection.sql-string
    return template.queryForList(String.format("SELECT title FROM products WHERE title LIKE '%s'", term), String.class);
  }

  ResultSet findByParameter(String name) throws SQLException {
    // ok: java.injection.sql-string
    PreparedStatement statement = connection.prepareStatement("SELECT id, email FROM users WHERE name = ?");
    statement.setString(1, name);
    // ok: java.injection.sql-string
    return statement.executeQuery();
  }

  int deleteByParameter(String number) {
    // ok: java.injection.sql-string
    return template.update("DELETE FROM orders WHERE number = ?", number);
  }

  int clear(String table) {
    // ok: java.injection.sql-string
    return template.update("DELETE FROM " + table);
  }

  void show(Screen screen, String name) {
    // ok: java.injection.sql-string
    screen.update("selected " + name);
  }

  interface Screen {
    void update(String text);
  }
}
