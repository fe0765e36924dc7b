package com.example.directory;

import java.util.Map;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.*;
import javax.xml.xpath.*;
import org.w3c.dom.Document;

class Directory {
  NamingEnumeration<SearchResult> find(DirContext ctx, String uid) throws NamingException {
    return ctx.search("ou=users", "(uid={0})", new Object[] {uid}, new SearchControls());
  }

  String title(Document people, String user) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    xpath.setXPathVariableResolver(name -> Map.of("user", user).get(name.getLocalPart()));
    return xpath.evaluate("//user[name=$user]/title", people);
  }
}
