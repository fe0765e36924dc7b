<?php
function weak(string $xml): void
{
    $dom = new DOMDocument();
    // ruleid: injection/xxe-php
    $dom->loadXML($xml, LIBXML_NOENT | LIBXML_DTDLOAD);
    // ruleid: injection/xxe-php
    $a = simplexml_load_string($xml, 'SimpleXMLElement', LIBXML_NOENT);
    // ruleid: injection/xxe-php
    $b = new SimpleXMLElement($xml, LIBXML_NOENT);
    // ruleid: injection/xxe-php
    libxml_disable_entity_loader(false);
}

function strong(string $xml): void
{
    $dom = new DOMDocument();
    // ok: injection/xxe-php
    $dom->loadXML($xml);
    // ok: injection/xxe-php
    $dom->loadXML($xml, LIBXML_NONET);
    // ok: injection/xxe-php
    $a = simplexml_load_string($xml);
    // ok: injection/xxe-php
    $b = new SimpleXMLElement($xml, LIBXML_NOCDATA);
}
