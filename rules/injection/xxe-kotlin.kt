import java.io.InputStream
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.stream.XMLInputFactory
import org.w3c.dom.Document

fun chain(input: InputStream): Document =
    // ruleid: injection/xxe-kotlin
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input)

fun factory(input: InputStream): Document {
    val factory = DocumentBuilderFactory.newInstance()
    // ruleid: injection/xxe-kotlin
    return factory.newDocumentBuilder().parse(input)
}

fun stream(input: InputStream): Any {
    val factory = XMLInputFactory.newFactory()
    // ruleid: injection/xxe-kotlin
    return factory.createXMLStreamReader(input)
}

fun closed(input: InputStream): Document {
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    // ok: injection/xxe-kotlin
    return factory.newDocumentBuilder().parse(input)
}

fun without(input: InputStream): Any {
    val factory = XMLInputFactory.newFactory()
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false)
    // ok: injection/xxe-kotlin
    return factory.createXMLStreamReader(input)
}

fun empty(): Document {
    // ok: injection/xxe-kotlin
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument()
}
