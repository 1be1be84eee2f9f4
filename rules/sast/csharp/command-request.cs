using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolsController : Controller
{
    public IActionResult Ping(string host)
    {
        // ruleid: csharp.injection.command-request
        Process.Start("cmd.exe", "/c ping " + host);
        return Ok();
    }

    public IActionResult Convert()
    {
        var file = Request.Form["file"].ToString();
        var process = new Process();
        process.StartInfo.FileName = "convert";
        // ruleid: csharp.injection.command-request
        process.StartInfo.Arguments = file + " out.png";
        process.Start();
        return Ok();
    }

    public IActionResult Run(string tool)
    {
        // ruleid: csharp.injection.command-request
        var info = new ProcessStartInfo(tool);
        Process.Start("/usr/bin/true");
        return Ok(info.FileName);
    }

    public IActionResult Uptime()
    {
        // ok: csharp.injection.command-request
        Process.Start("uptime", "-p");
        return Ok();
    }

    public IActionResult PingNumber(string part)
    {
        int last = int.Parse(part);
        // ok: csharp.injection.command-request
        Process.Start("ping", "10.0.0." + last);
        return Ok();
    }

    public IActionResult PingKnown(string host)
    {
        if (!Hosts.Contains(host)) return NotFound();
        // ok: csharp.injection.command-request
        Process.Start("ping", host);
        return Ok();
    }
}
