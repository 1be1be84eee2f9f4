using System.IO;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    private const string Folder = "/srv/files/";

    public IActionResult Get(string name)
    {
        // ruleid: csharp.injection.path-request
        return Ok(System.IO.File.Exists(name) ? File.ReadAllText(Folder + name) : "");
    }

    public IActionResult Remove()
    {
        var path = Path.Combine(Folder, Request.Query["name"]);
        // ruleid: csharp.injection.path-request
        File.Delete(path);
        return Ok();
    }

    public IActionResult Download(string name)
    {
        var path = Path.Combine(Folder, name);
        // ruleid: csharp.injection.path-request
        return PhysicalFile(path, "application/octet-stream");
    }

    public IActionResult GetSafely(string name)
    {
        // ok: csharp.injection.path-request
        return Ok(File.ReadAllText(Folder + Path.GetFileName(name)));
    }

    public IActionResult Checked(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, name));
        if (!path.StartsWith(Folder)) return BadRequest();
        // ok: csharp.injection.path-request
        return Ok(File.ReadAllText(path));
    }

    public IActionResult Terms()
    {
        // ok: csharp.injection.path-request
        return Ok(File.ReadAllText(Folder + "terms.txt"));
    }
}

public class LogosController : Controller
{
    private readonly ShopStore shops;

    public IActionResult Logo()
    {
        var shop = shops.GetBySlug(Request.Query["shop"]);
        // ok: csharp.injection.path-request
        return Ok(System.IO.File.ReadAllText("/srv/logos/" + shop.Logo));
    }
}

public class BodiesController : Controller
{
    public async Task<IActionResult> Take()
    {
        // ok: csharp.injection.path-request
        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        return Ok(await reader.ReadToEndAsync());
    }

    public IActionResult Show()
    {
        // ruleid: csharp.injection.path-request
        using var reader = new StreamReader("/srv/notes/" + Request.Query["note"]);
        return Ok(reader.ReadToEnd());
    }

    [HttpPost("import")]
    public async Task<IActionResult> Import([FromBody] ImportOrder order, CancellationToken stop)
    {
        // ruleid: csharp.injection.path-request
        return Ok(await System.IO.File.ReadAllTextAsync(order.FileName, stop));
    }

    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var path = Path.Combine(Folder, file.FileName);
        // ruleid: csharp.injection.path-request
        using var stream = new FileStream(path, FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }

    [HttpPost]
    public async Task<IActionResult> UploadSafely(IFormFile file)
    {
        var path = Path.Combine(Folder, Path.GetFileName(file.FileName));
        // ok: csharp.injection.path-request
        using var stream = new FileStream(path, FileMode.Create);
        return Ok();
    }

    [HttpGet("rest/{**path}")]
    public IActionResult Rest(string path)
    {
        // ruleid: csharp.injection.path-request
        return PhysicalFile(Path.Combine(Folder, path), "application/octet-stream");
    }

    [HttpGet("one/{name}")]
    public IActionResult One(string name)
    {
        // ok: csharp.injection.path-request
        return PhysicalFile(Path.Combine(Folder, name), "application/octet-stream");
    }

    [NonAction]
    public string Read(string name)
    {
        // ok: csharp.injection.path-request
        return System.IO.File.ReadAllText(name);
    }

    private string ReadOwn(string name)
    {
        // ok: csharp.injection.path-request
        return System.IO.File.ReadAllText(name);
    }
}

public class ReportsEndpoint : OwnBaseController
{
    [HttpGet]
    public string Show(string name, [FromServices] string folder)
    {
        // ok: csharp.injection.path-request
        System.IO.File.Delete(folder);
        // ruleid: csharp.injection.path-request
        return System.IO.File.ReadAllText(name);
    }
}

public static class Routes
{
    public static void Map(WebApplication app)
    {
        // ruleid: csharp.injection.path-request
        app.MapGet("/text", (string name) => System.IO.File.ReadAllText(name));
        // ok: csharp.injection.path-request
        app.MapGet("/text/{name}", (string name) => System.IO.File.ReadAllText(name));
    }
}
