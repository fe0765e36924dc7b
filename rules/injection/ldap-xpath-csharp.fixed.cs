using System.DirectoryServices;
using System.Xml;
using System.Xml.XPath;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Security.Application;

[ApiController]
[Authorize]
[Route("people")]
public class DirectoryController : ControllerBase
{
    private readonly DirectoryEntry _root;
    private readonly XmlDocument _people;

    public DirectoryController(DirectoryEntry root, XmlDocument people)
    {
        _root = root;
        _people = people;
    }

    [HttpGet]
    public IActionResult Get([FromQuery] string user)
    {
        var searcher = new DirectorySearcher(_root)
        {
            Filter = "(&(objectClass=user)(sAMAccountName=" + Encoder.LdapFilterEncode(user) + "))",
        };
        return Ok(searcher.FindOne()?.Properties["title"][0]);
    }

    [HttpGet("title")]
    public IActionResult Title([FromQuery] string name)
    {
        var people = _people.SelectNodes("//person")!.Cast<XmlElement>();
        return Ok(people.FirstOrDefault(person => person.GetAttribute("name") == name)?.GetAttribute("title"));
    }
}
