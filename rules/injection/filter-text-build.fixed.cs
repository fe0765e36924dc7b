using System.DirectoryServices;
using System.Xml;
using Microsoft.Security.Application;

class People
{
    public SearchResult? Find(DirectorySearcher searcher, string uid)
    {
        searcher.Filter = "(sAMAccountName=" + Encoder.LdapFilterEncode(uid) + ")";
        return searcher.FindOne();
    }

    public XmlElement? Named(XmlDocument doc, string name)
    {
        return doc.SelectNodes("//user")!.Cast<XmlElement>().FirstOrDefault(user => user.GetAttribute("name") == name);
    }
}
