import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.helpers.DefaultHandler;

class Orders {
  Document read(InputStream body) throws Exception {
    // ruleid: java.injection.xml-entities
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(body);
  }

  void events(InputStream body, DefaultHandler handler) throws Exception {
    // ruleid: java.injection.xml-entities
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.newSAXParser().parse(body, handler);
  }

  XMLStreamReader stream(InputStream body) throws Exception {
    // ruleid: java.injection.xml-entities
    XMLInputFactory factory = XMLInputFactory.newInstance();
    return factory.createXMLStreamReader(body);
  }

  Document safeRead(InputStream body) throws Exception {
    // ok: java.injection.xml-entities
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(body);
  }

  XMLStreamReader safeStream(InputStream body) throws Exception {
    // ok: java.injection.xml-entities
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory.createXMLStreamReader(body);
  }

  Document localOnly(InputStream body) throws Exception {
    // ok: java.injection.xml-entities
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newDocumentBuilder().parse(body);
  }
}
