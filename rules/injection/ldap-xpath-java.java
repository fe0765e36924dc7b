package com.example.directory;

class LoginServlet extends HttpServlet {
  public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String user = request.getParameter("user");
    String filter = "(&(objectclass=person)(uid=" + user + "))";
    // ruleid: injection/ldap-xpath-java
    ctx.search("ou=users", filter, new SearchControls());
    // ruleid: injection/ldap-xpath-java
    ldapContext.search("ou=users", String.format("(mail=%s)", user), new SearchControls());
    XPath xpath = XPathFactory.newInstance().newXPath();
    // ruleid: injection/ldap-xpath-java
    xpath.evaluate("/users/user[@id='" + user + "']", document);
    // ruleid: injection/ldap-xpath-java
    xpath.compile("//user[name='" + request.getHeader("X-User") + "']");
    // ok: injection/ldap-xpath-java
    ctx.search("ou=users", "(uid={0})", new Object[] {user}, new SearchControls());
    // ok: injection/ldap-xpath-java
    ctx.search("ou=users", "(uid=" + LdapEncoder.filterEncode(user) + ")", new SearchControls());
    // ok: injection/ldap-xpath-java
    xpath.evaluate("/users/user[@id=$id]", document);
    // ok: injection/ldap-xpath-java
    xpath.evaluate("/users/user[@id=" + Integer.parseInt(user) + "]", document);
  }
}
