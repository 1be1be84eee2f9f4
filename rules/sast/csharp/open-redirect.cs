using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        // ruleid: csharp.injection.open-redirect
        return Redirect(returnUrl);
    }

    public void Leave()
    {
        var target = Request.Query["next"];
        // ruleid: csharp.injection.open-redirect
        Response.Redirect(target);
    }

    public IActionResult Moved(string to)
    {
        // ruleid: csharp.injection.open-redirect
        return RedirectPermanent("//" + to);
    }

    public IActionResult LoginSafely(string returnUrl)
    {
        // ok: csharp.injection.open-redirect
        return LocalRedirect(returnUrl);
    }

    public IActionResult Checked(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl)) return RedirectToAction("Index");
        // ok: csharp.injection.open-redirect
        return Redirect(returnUrl);
    }

    public IActionResult Home()
    {
        // ok: csharp.injection.open-redirect
        return Redirect("/home");
    }
}
