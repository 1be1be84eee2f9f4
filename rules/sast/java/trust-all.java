import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClientBuilder;

class Connections {
  static class TrustEverything {
    // ruleid: java.crypto.trust-all
    public void checkServerTrusted(X509Certificate[] chain, String type) {}
  }

  static class AnyHost {
    // ruleid: java.crypto.trust-all
    public boolean verify(String host, SSLSession session) {
      return true;
    }
  }

  void open(HttpsURLConnection connection) {
    // ruleid: java.crypto.trust-all
    connection.setHostnameVerifier((host, session) -> true);
  }

  HttpClientBuilder client() {
    // ruleid: java.crypto.trust-all
    return HttpClientBuilder.create().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
  }

  SslContextBuilder context() {
    // ruleid: java.crypto.trust-all
    return SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE);
  }

  Credentials fallback(Settings settings) {
    // ok: java.crypto.trust-all
    return Credentials.of(settings.tls(), InsecureTrustManagerFactory.INSTANCE);
  }

  static class Pinned {
    private final X509TrustManager platform;

    Pinned(X509TrustManager platform) {
      this.platform = platform;
    }

    // ok: java.crypto.trust-all
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
      platform.checkServerTrusted(chain, type);
    }
  }

  static class OneHost {
    // ok: java.crypto.trust-all
    public boolean verify(String host, SSLSession session) {
      return host.equals("pay.example.com") && host.equals(session.getPeerHost());
    }
  }

  HttpClientBuilder safeClient() {
    // ok: java.crypto.trust-all
    return HttpClientBuilder.create().setSSLHostnameVerifier(new DefaultHostnameVerifier());
  }
}
