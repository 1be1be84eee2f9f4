using System.Net;
using System.Net.Http;
using System.Net.Security;

public class Clients
{
    public HttpClient Careless()
    {
        var handler = new HttpClientHandler();
        // ruleid: csharp.tls.tls-verify-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        return new HttpClient(handler);
    }

    public void Everywhere()
    {
        // ruleid: csharp.tls.tls-verify-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
    }

    public HttpClient Named()
    {
        var handler = new HttpClientHandler();
        // ruleid: csharp.tls.tls-verify-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return new HttpClient(handler);
    }

    public HttpClient Careful()
    {
        var handler = new HttpClientHandler();
        // ok: csharp.tls.tls-verify-off
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None;
        return new HttpClient(handler);
    }

    public HttpClient Plain()
    {
        // ok: csharp.tls.tls-verify-off
        return new HttpClient(new HttpClientHandler());
    }

    public void Revocation()
    {
        // ok: csharp.tls.tls-verify-off
        ServicePointManager.CheckCertificateRevocationList = true;
    }
}
