using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Web.UI;
using Microsoft.AspNetCore.Mvc;

public class CartController : Controller
{
    public IActionResult Restore()
    {
        var formatter = new BinaryFormatter();
        // ruleid: csharp.injection.deserialize-request
        return Ok(formatter.Deserialize(Request.Body));
    }

    public IActionResult RestoreCookie()
    {
        var bytes = Convert.FromBase64String(Request.Cookies["cart"]);
        // ruleid: csharp.injection.deserialize-request
        return Ok(new BinaryFormatter().Deserialize(new MemoryStream(bytes)));
    }

    public IActionResult State(string state)
    {
        // ruleid: csharp.injection.deserialize-request
        return Ok(new LosFormatter().Deserialize(state));
    }

    public IActionResult RestoreJson(string cart)
    {
        // ok: csharp.injection.deserialize-request
        return Ok(JsonSerializer.Deserialize<Cart>(cart));
    }

    public IActionResult Default()
    {
        using var stream = File.OpenRead("default.cart");
        // ok: csharp.injection.deserialize-request
        return Ok(new BinaryFormatter().Deserialize(stream));
    }

    public IActionResult Number(string number)
    {
        // ok: csharp.injection.deserialize-request
        return Ok(int.Parse(number));
    }
}
