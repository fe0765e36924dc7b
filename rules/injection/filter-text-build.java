import javax.naming.directory.*;
import javax.xml.xpath.*;

class Auth {
  boolean check(Document doc, String user, String pass) throws Exception {
    XPath xp = XPathFactory.newInstance().newXPath();
    String e = "//user[name='" + user + "' and password='" + pass + "']";
    // ruleid: injection/filter-text-build
    return (Boolean) xp.evaluate(e, doc, XPathConstants.BOOLEAN);
  }

  Object find(DirContext ctx, String uid) throws Exception {
    // ruleid: injection/filter-text-build
    return ctx.search("ou=users", "(uid=" + uid + ")", new SearchControls());
  }

  Object format(DirContext ctx, String uid) throws Exception {
    // ruleid: injection/filter-text-build
    return ctx.search("ou=users", String.format("(uid=%s)", uid), new SearchControls());
  }

  Object bound(DirContext ctx, String uid) throws Exception {
    // ok: injection/filter-text-build
    return ctx.search("ou=users", "(uid={0})", new Object[] {uid}, new SearchControls());
  }

  Object escaped(DirContext ctx, String uid) throws Exception {
    // ok: injection/filter-text-build
    return ctx.search("ou=users", "(uid=" + LdapEncoder.filterEncode(uid) + ")", new SearchControls());
  }

  Object checked(DirContext ctx, String uid) throws Exception {
    if (!uid.matches("[a-z0-9]{1,32}")) throw new IllegalArgumentException();
    // ok: injection/filter-text-build
    return ctx.search("ou=users", "(uid=" + uid + ")", new SearchControls());
  }
}
