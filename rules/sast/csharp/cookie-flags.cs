using System.Web;
using Microsoft.AspNetCore.Http;

public class Cookies
{
    public void Remember(HttpResponse response, string id)
    {
        // ruleid: csharp.session.cookie-flags
        var options = new CookieOptions { HttpOnly = false, Secure = true };
        response.Cookies.Append("id", id, options);
    }

    public HttpCookie Old(string id)
    {
        var cookie = new HttpCookie("id", id);
        // ruleid: csharp.session.cookie-flags
        cookie.Secure = false;
        return cookie;
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        // ruleid: csharp.session.cookie-flags
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }

    public void RememberSafely(HttpResponse response, string id)
    {
        // ok: csharp.session.cookie-flags
        var options = new CookieOptions { HttpOnly = true, Secure = true };
        response.Cookies.Append("id", id, options);
    }

    public HttpCookie New(string id)
    {
        var cookie = new HttpCookie("id", id);
        // ok: csharp.session.cookie-flags
        cookie.Secure = true;
        return cookie;
    }

    public void ConfigureSafely(CookieAuthenticationOptions options)
    {
        // ok: csharp.session.cookie-flags
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
