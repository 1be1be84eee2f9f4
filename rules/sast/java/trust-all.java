import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.GeneralSecurityException;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClientBuilder;

class Connections {
  static class TrustEverything {
    // ruleid: java.crypto.trusting-class
    // ok: java.crypto.trust-all
    public void checkServerTrusted(X509Certificate[] chain, String type) {}
  }

  static class AnyHost {
    // ruleid: java.crypto.trusting-class
    // ok: java.crypto.trust-all
    public boolean verify(String host, SSLSession session) {
      return true;
    }
  }

  SSLContext open() throws GeneralSecurityException {
    X509TrustManager all = new X509TrustManager() {
      // ruleid: java.crypto.trust-all
      // ruleid: java.crypto.trusting-class
      public void checkServerTrusted(X509Certificate[] chain, String type) {}
    };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {all}, null);
    return context;
  }

  void anyName(HttpsURLConnection connection) {
    connection.setHostnameVerifier(new HostnameVerifier() {
      // ruleid: java.crypto.trust-all
      // ruleid: java.crypto.trusting-class
      public boolean verify(String host, SSLSession session) {
        return true;
      }
    });
  }

  static class Blind implements X509TrustManager {
    // ruleid: java.crypto.trust-all
    // ruleid: java.crypto.trusting-class
    public void checkServerTrusted(X509Certificate[] chain, String type) {}
  }

  void openBlindly(SSLContext context) throws GeneralSecurityException {
    context.init(null, new TrustManager[] {new Blind()}, null);
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
    // ok: java.crypto.trusting-class
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
      platform.checkServerTrusted(chain, type);
    }
  }

  static class OneHost {
    // ok: java.crypto.trust-all
    // ok: java.crypto.trusting-class
    public boolean verify(String host, SSLSession session) {
      return host.equals("pay.example.com") && host.equals(session.getPeerHost());
    }
  }

  HttpClientBuilder safeClient() {
    // ok: java.crypto.trust-all
    return HttpClientBuilder.create().setSSLHostnameVerifier(new DefaultHostnameVerifier());
  }

  enum Checks {
    // ok: java.crypto.trust-all
    NONE(NoopHostnameVerifier.INSTANCE);

    Checks(HostnameVerifier verifier) {}
  }
}
