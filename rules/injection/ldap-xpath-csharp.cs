public class DirectoryController : ControllerBase
{
    [HttpGet("user")]
    public IActionResult Get([FromQuery] string user)
    {
        var searcher = new DirectorySearcher(entry);
        // ruleid: injection/ldap-xpath-csharp
        searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + user + "))";
        // ruleid: injection/ldap-xpath-csharp
        var other = new DirectorySearcher(entry, $"(mail={user})");
        // ruleid: injection/ldap-xpath-csharp
        var node = document.SelectSingleNode("//user[@name='" + user + "']");
        // ruleid: injection/ldap-xpath-csharp
        var nodes = document.SelectNodes($"//user[mail='{Request.Query["mail"]}']");
        // ok: injection/ldap-xpath-csharp
        searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + EscapeLdapFilter(user) + "))";
        // ok: injection/ldap-xpath-csharp
        var fixedFilter = new DirectorySearcher(entry, "(objectClass=user)");
        // ok: injection/ldap-xpath-csharp
        var fixedNode = document.SelectSingleNode("//user[@id=1]");
        // ok: injection/ldap-xpath-csharp
        var number = document.SelectSingleNode("//user[@id=" + int.Parse(user) + "]");
        return Ok(searcher.FindOne());
    }
}
