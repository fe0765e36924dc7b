using System.Xml;

class Reader
{
    void Weak(string xml, Stream stream)
    {
        var document = new XmlDocument();
        // ruleid: injection/xxe-csharp
        document.XmlResolver = new XmlUrlResolver();
        document.LoadXml(xml);
        // ruleid: injection/xxe-csharp
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        var other = new XmlReaderSettings();
        // ruleid: injection/xxe-csharp
        other.DtdProcessing = DtdProcessing.Parse;
        var old = new XmlReaderSettings();
        // ruleid: injection/xxe-csharp
        old.ProhibitDtd = false;
    }

    void Strong(string xml, Stream stream)
    {
        var document = new XmlDocument();
        // ok: injection/xxe-csharp
        document.XmlResolver = null;
        document.LoadXml(xml);
        // ok: injection/xxe-csharp
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        // ok: injection/xxe-csharp
        var ignore = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        // ok: injection/xxe-csharp
        var parse = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };
    }
}

class Documents {
  XmlDocument Load(string xml) {
    // ruleid: injection/xxe-csharp
    var doc = new XmlDocument { XmlResolver = new XmlUrlResolver() };
    // ok: injection/xxe-csharp
    var safe = new XmlDocument { XmlResolver = null };
    doc.LoadXml(xml);
    return doc;
  }
}
