using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

public class NotesController : ControllerBase
{
    [HttpGet("notes/{name}")]
    public string Note(string name)
    {
        // ruleid: csharp.injection.path-segment
        return System.IO.File.ReadAllText(Path.Combine("notes", name));
    }

    [HttpDelete("notes/{name}/text")]
    public IActionResult Remove(string name)
    {
        // ruleid: csharp.injection.path-segment
        System.IO.File.Delete("notes/" + name);
        return NoContent();
    }

    [HttpGet]
    public string Letter([FromRoute] string name)
    {
        // ruleid: csharp.injection.path-segment
        return System.IO.File.ReadAllText(Path.Combine("letters", name));
    }

    [HttpGet("numbers/{number}")]
    public string Numbered(int number)
    {
        // ok: csharp.injection.path-segment
        return System.IO.File.ReadAllText(Path.Combine("notes", number + ".txt"));
    }

    [HttpGet("asked")]
    public string Asked(string name)
    {
        // ok: csharp.injection.path-segment
        return System.IO.File.ReadAllText(Path.Combine("notes", name));
    }

    [HttpGet("rest/{*name}")]
    public string Rest(string name)
    {
        // ok: csharp.injection.path-segment
        return System.IO.File.ReadAllText(Path.Combine("notes", name));
    }
}
