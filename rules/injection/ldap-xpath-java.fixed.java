package com.example.directory;

import java.io.IOException;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.*;
import javax.xml.xpath.*;
import org.springframework.ldap.support.LdapEncoder;
import org.w3c.dom.Document;

class DirectoryServlet extends HttpServlet {
  private DirContext directory;
  private Document people;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String user = request.getParameter("user");
    try {
      var bound = directory.search("ou=users", "(uid={0})", new Object[] {user}, new SearchControls());
      var encoded = directory.search("ou=users", "(mail=" + LdapEncoder.filterEncode(user) + ")", new SearchControls());
      XPath xpath = XPathFactory.newInstance().newXPath();
      xpath.setXPathVariableResolver(name -> Map.of("user", user).get(name.getLocalPart()));
      String title = xpath.evaluate("//person[@id=$user]/title", people);
      response.setStatus(bound.hasMore() && encoded.hasMore() && !title.isEmpty() ? 200 : 404);
    } catch (NamingException | XPathExpressionException error) {
      response.sendError(500);
    }
  }
}
