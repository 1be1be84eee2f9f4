using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Security.Application;

public class StaffController : Controller
{
    private readonly DirectoryEntry _root;

    public IActionResult Find(string name)
    {
        var searcher = new DirectorySearcher(_root);
        // ruleid: csharp.injection.ldap-request
        searcher.Filter = "(cn=" + name + ")";
        return Ok(searcher.FindOne());
    }

    public IActionResult Mail()
    {
        var mail = Request.Query["mail"];
        // ruleid: csharp.injection.ldap-request
        var searcher = new DirectorySearcher(_root, $"(mail={mail})");
        return Ok(searcher.FindAll());
    }

    public IActionResult Team(string team)
    {
        // ruleid: csharp.injection.ldap-request
        var request = new SearchRequest("ou=staff", "(team=" + team + ")", SearchScope.Subtree);
        return Ok(request);
    }

    public IActionResult FindSafely(string name)
    {
        var searcher = new DirectorySearcher(_root);
        // ok: csharp.injection.ldap-request
        searcher.Filter = "(cn=" + Encoder.LdapFilterEncode(name) + ")";
        return Ok(searcher.FindOne());
    }

    public IActionResult Everybody()
    {
        // ok: csharp.injection.ldap-request
        var searcher = new DirectorySearcher(_root, "(objectClass=person)");
        return Ok(searcher.FindAll());
    }

    public IActionResult Known(string team)
    {
        if (!Teams.Contains(team)) return NotFound();
        // ok: csharp.injection.ldap-request
        var searcher = new DirectorySearcher(_root, "(team=" + team + ")");
        return Ok(searcher.FindAll());
    }
}
