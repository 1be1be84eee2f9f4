import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;

class Directory {
  NamingEnumeration<SearchResult> find(DirContext context, String name) throws NamingException {
    // ruleid: java.injection.ldap-xpath-string
    return context.search("ou=people", "(uid=" + name + ")", new SearchControls());
  }

  NamingEnumeration<SearchResult> login(DirContext context, String name, String mail) throws NamingException {
    String filter = "(&(uid=" + name + ")(mail=" + mail + "))";
    // ruleid: java.injection.ldap-xpath-string
    return context.search("ou=people", filter, new SearchControls());
  }

  String price(XPath xpath, Document document, String title) throws XPathExpressionException {
    // ruleid: java.injection.ldap-xpath-string
    return xpath.evaluate("//product[@title='" + title + "']/@price", document);
  }

  NamingEnumeration<SearchResult> safeFind(DirContext context, String name) throws NamingException {
    // ok: java.injection.ldap-xpath-string
    return context.search("ou=people", "(uid={0})", new Object[] {name}, new SearchControls());
  }

  String all(XPath xpath, Document document) throws XPathExpressionException {
    // ok: java.injection.ldap-xpath-string
    return xpath.evaluate("//product/@price", document);
  }

  int evaluate(Calculator calculator, String left) {
    // ok: java.injection.ldap-xpath-string
    return calculator.evaluate("(" + left + ")");
  }

  interface Calculator {
    int evaluate(String expression);
  }
}
