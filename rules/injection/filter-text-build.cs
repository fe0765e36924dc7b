using System.DirectoryServices;
using System.Xml;

class Auth {
  XmlNode Find(XmlDocument doc, string name) {
    // ruleid: injection/filter-text-build
    return doc.SelectSingleNode("//user[name='" + name + "']");
  }
  void Search(DirectoryEntry entry, string uid) {
    // ruleid: injection/filter-text-build
    var searcher = new DirectorySearcher(entry, $"(uid={uid})");
  }
  void Filter(DirectorySearcher searcher, string uid) {
    // ruleid: injection/filter-text-build
    searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + uid + "))";
  }
  void Escaped(DirectorySearcher searcher, string uid) {
    // ok: injection/filter-text-build
    searcher.Filter = "(sAMAccountName=" + EscapeLdap(uid) + ")";
  }
  XmlNode Fixed(XmlDocument doc) {
    // ok: injection/filter-text-build
    return doc.SelectSingleNode("//user[name='root']");
  }
}
class Numbers {
  XmlNode ById(XmlDocument doc, string id) {
    // ok: injection/filter-text-build
    return doc.SelectSingleNode("//user[@id=" + int.Parse(id) + "]");
  }
}
