<?php

function readInvoice(string $xml): DOMDocument
{
    $dom = new DOMDocument();
    $dom->loadXML($xml, LIBXML_NONET);
    if ($dom->doctype !== null) {
        throw new InvalidArgumentException('DOCTYPE');
    }

    return $dom;
}

function readFeed(string $xml): SimpleXMLElement
{
    return simplexml_load_string($xml, 'SimpleXMLElement', LIBXML_NONET);
}
