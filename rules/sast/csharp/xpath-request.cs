using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class CatalogController : Controller
{
    private readonly XmlDocument _document;

    public IActionResult Find(string sku)
    {
        // ruleid: csharp.injection.xpath-request
        return Ok(_document.SelectSingleNode("//item[@sku='" + sku + "']"));
    }

    public IActionResult OfBrand()
    {
        var brand = Request.Query["brand"];
        // ruleid: csharp.injection.xpath-request
        return Ok(_document.SelectNodes($"//item[brand='{brand}']"));
    }

    public IActionResult Price(string name)
    {
        var navigator = _document.CreateNavigator();
        // ruleid: csharp.injection.xpath-request
        return Ok(navigator.Evaluate("number(//item[name='" + name + "']/price)"));
    }

    public IActionResult ByNumber(string number)
    {
        int position = int.Parse(number);
        // ok: csharp.injection.xpath-request
        return Ok(_document.SelectSingleNode("//item[" + position + "]"));
    }

    public IActionResult Quoted(string sku)
    {
        // ok: csharp.injection.xpath-request
        return Ok(_document.SelectSingleNode("//item[@sku='" + sku.Replace("'", "") + "']"));
    }

    public IActionResult All()
    {
        // ok: csharp.injection.xpath-request
        return Ok(_document.SelectNodes("//item"));
    }
}
