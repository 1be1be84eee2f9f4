using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ShopsController : ControllerBase
{
    private readonly HttpClient client = new HttpClient();

    [HttpGet("shops/{shop}")]
    public async Task<string> Shop(string shop)
    {
        // ruleid: csharp.injection.ssrf-segment
        return await client.GetStringAsync("https://" + shop + ".example.com/");
    }

    [HttpGet("logos/{shop}")]
    public async Task<byte[]> Logo(string shop)
    {
        // ruleid: csharp.injection.ssrf-segment
        return await client.GetByteArrayAsync($"https://{shop}");
    }

    [HttpGet]
    public async Task<string> Name([FromRoute] string host)
    {
        // ruleid: csharp.injection.ssrf-segment
        return await client.GetStringAsync("https://" + host + "/name");
    }

    [HttpGet("orders/{order}")]
    public async Task<string> Order(string order)
    {
        // ok: csharp.injection.ssrf-segment
        return await client.GetStringAsync("https://orders.example.com/" + order);
    }

    [HttpGet("numbers/{number}")]
    public async Task<string> Numbered(int number)
    {
        // ok: csharp.injection.ssrf-segment
        return await client.GetStringAsync("https://shop" + number + ".example.com/");
    }

    [HttpGet("asked")]
    public async Task<string> Asked(string shop)
    {
        // ok: csharp.injection.ssrf-segment
        return await client.GetStringAsync("https://" + shop + ".example.com/");
    }
}
