package com.example.xml;

import javax.xml.parsers.*;
import javax.xml.stream.*;

class Reader {
  Document document(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // ruleid: injection/xxe-java
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  void sax(InputStream in) throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    // ruleid: injection/xxe-java
    SAXParser parser = factory.newSAXParser();
    parser.parse(in, handler);
  }

  void stax(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    // ruleid: injection/xxe-java
    XMLStreamReader reader = factory.createXMLStreamReader(in);
  }

  void dom4j(InputStream in) throws Exception {
    SAXReader reader = new SAXReader();
    // ruleid: injection/xxe-java
    Document document = reader.read(in);
  }

  Document fine(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: injection/xxe-java
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  void fineSax(InputStream in) throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    // ok: injection/xxe-java
    SAXParser parser = factory.newSAXParser();
  }

  void fineStax(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // ok: injection/xxe-java
    XMLStreamReader reader = factory.createXMLStreamReader(in);
  }

  void fineDom4j(InputStream in) throws Exception {
    SAXReader reader = new SAXReader();
    reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: injection/xxe-java
    Document document = reader.read(in);
  }

  Document ownEntities(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // ok: injection/xxe-java
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver(new EmptyResolver());
    return builder.parse(in);
  }
}
