import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.support.LdapEncoder;

class Staff {
  private final DirContext directory;
  private final SearchControls controls = new SearchControls();

  Staff(DirContext directory) {
    this.directory = directory;
  }

  NamingEnumeration<SearchResult> login(HttpServletRequest request) throws NamingException {
    String filter = "(&(objectClass=person)(uid=" + request.getParameter("user") + "))";
    // ruleid: java.injection.ldap-request
    return directory.search("ou=people", filter, controls);
  }

  NamingEnumeration<SearchResult> byMail(HttpServletRequest request) throws NamingException {
    String mail = request.getHeader("X-Mail");
    // ruleid: java.injection.ldap-request
    return directory.search("ou=people", "(mail=" + mail + ")", controls);
  }

  NamingEnumeration<SearchResult> byTeam(HttpServletRequest request) throws NamingException {
    // ruleid: java.injection.ldap-request
    return directory.search("ou=teams", filterOf(request.getParameter("team")), controls);
  }

  private String filterOf(String team) {
    return String.format("(cn=%s)", team);
  }

  NamingEnumeration<SearchResult> byArgument(HttpServletRequest request) throws NamingException {
    // ok: java.injection.ldap-request
    return directory.search("ou=people", "(uid={0})", new Object[] {request.getParameter("user")}, controls);
  }

  NamingEnumeration<SearchResult> encoded(HttpServletRequest request) throws NamingException {
    String user = LdapEncoder.filterEncode(request.getParameter("user"));
    // ok: java.injection.ldap-request
    return directory.search("ou=people", "(uid=" + user + ")", controls);
  }

  List<Article> articles(HttpServletRequest request) {
    // ok: java.injection.ldap-request
    return articleService.search("title", request.getParameter("words"), firstPage);
  }

  NamingEnumeration<SearchResult> everybody() throws NamingException {
    // ok: java.injection.ldap-request
    return directory.search("ou=people", "(objectClass=person)", controls);
  }
}

class Guests {
  private final DirContext directory;

  NamingEnumeration<SearchResult> byName(HttpServletRequest request, SearchControls controls) throws NamingException {
    EqualsFilter filter = new EqualsFilter("uid", request.getParameter("user"));
    // ok: java.injection.ldap-request
    return directory.search("ou=guests", filter.encode(), controls);
  }
}
