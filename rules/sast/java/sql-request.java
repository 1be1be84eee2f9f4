import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

class Members {
  private static final Set<String> COLUMNS = Set.of("name", "joined");
  private final Connection connection;
  private final JdbcTemplate template;

  Members(Connection connection, JdbcTemplate template) {
    this.connection = connection;
    this.template = template;
  }

  ResultSet find(HttpServletRequest request) throws SQLException {
    String name = request.getParameter("name");
    String sql = "SELECT id, email FROM members WHERE name = '" + name + "'";
    // ruleid: java.injection.sql-request
    return connection.createStatement().executeQuery(sql);
  }

  @GetMapping("/members/{town}")
  List<String> ofTown(@PathVariable String town) {
    // ruleid: java.injection.sql-request
    return template.queryForList(String.format("SELECT name FROM members WHERE town = '%s'", town), String.class);
  }

  @GetMapping("/remove")
  int remove(@RequestParam("mail") String mail) {
    StringBuilder sql = new StringBuilder("DELETE FROM members WHERE mail = '");
    sql.append(mail).append("'");
    // ruleid: java.injection.sql-request
    return template.update(sql.toString());
  }

  ResultSet findSafely(HttpServletRequest request) throws SQLException {
    // ok: java.injection.sql-request
    PreparedStatement statement = connection.prepareStatement("SELECT id, email FROM members WHERE name = ?");
    statement.setString(1, request.getParameter("name"));
    return statement.executeQuery();
  }

  @GetMapping("/byNumber")
  int removeNumber(@RequestParam("number") int number) {
    // ok: java.injection.sql-request
    return template.update("DELETE FROM members WHERE number = " + number);
  }

  @GetMapping("/sorted")
  List<String> sorted(@RequestParam("by") String column) {
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException("unknown column");
    }
    // ok: java.injection.sql-request
    return template.queryForList("SELECT name FROM members ORDER BY " + column, String.class);
  }
}

class Databases {
  private final DatabaseService databaseService;

  Databases(DatabaseService databaseService) {
    this.databaseService = databaseService;
  }

  void rename(HttpServletRequest request) {
    // ok: java.injection.sql-request
    databaseService.update(request.getParameter("name"));
  }
}
