import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

class Catalogue {
  private final Document books;

  Catalogue(Document books) {
    this.books = books;
  }

  String price(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    // ruleid: java.injection.xpath-request
    return xpath.evaluate("//book[@title='" + request.getParameter("title") + "']/price", books);
  }

  XPathExpression author(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String expression = String.format("//author[name='%s']", request.getParameter("name"));
    // ruleid: java.injection.xpath-request
    return xpath.compile(expression);
  }

  String any(HttpServletRequest request) throws XPathExpressionException {
    // ruleid: java.injection.xpath-request
    return XPathFactory.newInstance().newXPath().evaluate(request.getParameter("path"), books);
  }

  String byPosition(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    int position = Integer.parseInt(request.getParameter("position"));
    // ok: java.injection.xpath-request
    return xpath.evaluate("//book[" + position + "]/price", books);
  }

  String first() throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    // ok: java.injection.xpath-request
    return xpath.evaluate("//book[1]/price", books);
  }

  String checked(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String title = request.getParameter("title");
    if (!title.matches("[A-Za-z ]+")) {
      return "";
    }
    // ok: java.injection.xpath-request
    return xpath.evaluate("//book[@title='" + title + "']/price", books);
  }
}
