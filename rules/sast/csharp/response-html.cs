using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

public class GreetingController : Controller
{
    public IActionResult Hello(string name)
    {
        // ruleid: csharp.injection.response-html
        return Content("<h1>Hello " + name + "</h1>", "text/html");
    }

    public IHtmlContent Badge()
    {
        var title = Request.Query["title"];
        // ruleid: csharp.injection.response-html
        return new HtmlString($"<b>{title}</b>");
    }

    public async Task Raw()
    {
        var note = Request.Form["note"];
        // ruleid: csharp.injection.response-html
        await Response.WriteAsync("<p>" + note + "</p>");
    }

    public IActionResult HelloSafely(string name)
    {
        // ok: csharp.injection.response-html
        return Content("<h1>Hello " + HtmlEncoder.Default.Encode(name) + "</h1>", "text/html");
    }

    public IActionResult Plain(string name)
    {
        // ok: csharp.injection.response-html
        return Content("Hello " + name, "text/plain");
    }

    public IHtmlContent Fixed()
    {
        // ok: csharp.injection.response-html
        return new HtmlString("<b>Members</b>");
    }

    public IActionResult Link(string back)
    {
        // ok: csharp.injection.response-html
        return Content("<a href='" + Url.Action("Login", "Account", new { back }) + "'>", "text/html");
    }
}
