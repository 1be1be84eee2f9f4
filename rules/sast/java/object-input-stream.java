import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

class Carts {
  Object read(InputStream body) throws IOException, ClassNotFoundException {
    ObjectInputStream stream = new ObjectInputStream(body);
    // ruleid: java.injection.object-input-stream
    return stream.readObject();
  }

  Object readCookie(byte[] cookie) throws IOException, ClassNotFoundException {
    // ruleid: java.injection.object-input-stream
    return new ObjectInputStream(new ByteArrayInputStream(cookie)).readObject();
  }

  Object readXml(InputStream body) {
    // ruleid: java.injection.object-input-stream
    return new XMLDecoder(body).readObject();
  }

  Object filtered(InputStream body) throws IOException, ClassNotFoundException {
    ObjectInputStream stream = new ObjectInputStream(body);
    stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.Cart;!*"));
    // ok: java.injection.object-input-stream
    return stream.readObject();
  }

  int number(InputStream body) throws IOException {
    // ok: java.injection.object-input-stream
    return new DataInputStream(body).readInt();
  }

  Object parse(Parser parser) {
    // ok: java.injection.object-input-stream
    return parser.readObject();
  }

  interface Parser {
    Object readObject();
  }
}
