import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.servlet.http.HttpServletRequest;

class Resources {
  private static final Map<String, String> NAMES = Map.of("main", "java:comp/env/jdbc/main");

  Object resource(HttpServletRequest request) throws NamingException {
    InitialContext context = new InitialContext();
    // ruleid: java.injection.jndi-request
    return context.lookup(request.getParameter("name"));
  }

  Object queue(HttpServletRequest request) throws NamingException {
    // ruleid: java.injection.jndi-request
    return new InitialContext().lookup("jms/" + request.getHeader("X-Queue"));
  }

  Object in(Context context, HttpServletRequest request) throws NamingException {
    String name = request.getParameter("name");
    // ruleid: java.injection.jndi-request
    return context.lookup(name);
  }

  Object main() throws NamingException {
    // ok: java.injection.jndi-request
    return new InitialContext().lookup("java:comp/env/jdbc/main");
  }

  Object chosen(HttpServletRequest request) throws NamingException {
    // ok: java.injection.jndi-request
    return new InitialContext().lookup(NAMES.get(request.getParameter("name")));
  }

  Object shard(HttpServletRequest request) throws NamingException {
    // ok: java.injection.jndi-request
    return new InitialContext().lookup("java:comp/env/shard" + Integer.parseInt(request.getParameter("shard")));
  }
}
