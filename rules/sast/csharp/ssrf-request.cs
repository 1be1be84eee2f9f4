using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Mvc;

public class PreviewController : Controller
{
    private readonly HttpClient _client;

    public async Task<IActionResult> Show(string url)
    {
        // ruleid: csharp.injection.ssrf-request
        return Ok(await _client.GetStringAsync(url));
    }

    public IActionResult Feed()
    {
        var address = "http://" + Request.Query["host"] + "/feed.xml";
        // ruleid: csharp.injection.ssrf-request
        var request = WebRequest.Create(address);
        return Ok(request.GetResponse());
    }

    public async Task<IActionResult> Notify(string hook)
    {
        // ruleid: csharp.injection.ssrf-request
        var message = new HttpRequestMessage(HttpMethod.Post, hook);
        return Ok(await _client.SendAsync(message));
    }

    public async Task<IActionResult> Stock(string sku)
    {
        // ok: csharp.injection.ssrf-request
        return Ok(await _client.GetStringAsync("https://stock.example.com/?sku=" + Uri.EscapeDataString(sku)));
    }

    public async Task<IActionResult> Known(string url)
    {
        var address = new Uri(url);
        if (address.Host != "stock.example.com") return BadRequest();
        // ok: csharp.injection.ssrf-request
        return Ok(await _client.GetStringAsync(url));
    }

    public async Task<IActionResult> Status()
    {
        // ok: csharp.injection.ssrf-request
        return Ok(await _client.GetStringAsync("https://status.example.com/"));
    }
}

public class OrdersController : Controller
{
    private readonly HttpClient _client;
    private readonly string _base;

    public async Task<IActionResult> Get(string order, string shop)
    {
        // ok: csharp.injection.ssrf-request
        var found = await _client.GetStringAsync($"{_base}/orders/{order}");
        // ruleid: csharp.injection.ssrf-request
        return Ok(found + await _client.GetStringAsync($"https://{shop}/orders"));
    }
}
