using System;
using System.Net.Http;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers
{
    public class FetchController : Controller
    {
        [HttpGet]
        public IActionResult Message([FromQuery] string url)
        {
            // ruleid: injection/ssrf-csharp
            _http.SendAsync(new HttpRequestMessage { Method = HttpMethod.Get, RequestUri = new Uri(url) });
            return Ok();
        }

        [HttpGet]
        public IActionResult Connect()
        {
            // ruleid: injection/ssrf-csharp
            var socket = new TcpClient(RouteData.Values["host"].ToString(), 80);
            return Ok();
        }

        [HttpGet]
        public IActionResult Later([FromQuery] string url)
        {
            var message = new HttpRequestMessage();
            // ruleid: injection/ssrf-csharp
            message.RequestUri = new Uri(url);
            _http.SendAsync(message);
            return Ok();
        }

        [HttpGet]
        public IActionResult Own([FromQuery] string id)
        {
            // ok: injection/ssrf-csharp
            _http.SendAsync(new HttpRequestMessage { RequestUri = new Uri("https://api.example.com/status") });
            // ok: injection/ssrf-csharp
            var socket = new TcpClient("localhost", 6379);
            // ok: injection/ssrf-csharp
            var link = new LinkModel { RequestUri = new Uri(id) };
            return Ok();
        }
    }
}
