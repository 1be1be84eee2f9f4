using System.IO;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    public IActionResult Import(string xml)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        // ruleid: csharp.injection.xml-request
        document.LoadXml(xml);
        return Ok(document.InnerText);
    }

    public IActionResult ImportBody()
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        // ruleid: csharp.injection.xml-request
        document.Load(Request.Body);
        return Ok(document.InnerText);
    }

    public IActionResult Stream(string xml)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        // ruleid: csharp.injection.xml-request
        var reader = XmlReader.Create(new StringReader(xml), settings);
        return Ok(reader.Read());
    }

    public IActionResult ImportSafely(string xml)
    {
        var document = new XmlDocument();
        document.XmlResolver = null;
        // ok: csharp.injection.xml-request
        document.LoadXml(xml);
        return Ok(document.InnerText);
    }

    public IActionResult StreamSafely(string xml)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Prohibit;
        // ok: csharp.injection.xml-request
        var reader = XmlReader.Create(new StringReader(xml), settings);
        return Ok(reader.Read());
    }

    public IActionResult Template()
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        // ok: csharp.injection.xml-request
        document.Load("order.xml");
        return Ok(document.InnerText);
    }
}
