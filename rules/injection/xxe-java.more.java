package com.example.xml;

import java.io.InputStream;
import javax.xml.parsers.*;
import javax.xml.stream.*;

class Readers {
  void document(InputStream in) throws Exception {
    // ruleid: injection/xxe-java
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
  }

  void handler(InputStream in) throws Exception {
    // ruleid: injection/xxe-java
    SAXParserFactory.newInstance().newSAXParser().parse(in, new Handler());
  }

  void events(InputStream in) throws Exception {
    // ruleid: injection/xxe-java
    XMLEventReader events = XMLInputFactory.newFactory().createXMLEventReader(in);
  }

  void made() throws Exception {
    // ok: injection/xxe-java
    Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
  }

  void own(InputStream in) throws Exception {
    // ok: injection/xxe-java
    Parsers.hardened().newDocumentBuilder().parse(in);
  }

  void set(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: injection/xxe-java
    factory.newDocumentBuilder().parse(in);
  }

  void output() throws Exception {
    // ok: injection/xxe-java
    XMLOutputFactory.newInstance().createXMLStreamWriter(System.out);
  }
}
