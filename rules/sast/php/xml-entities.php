<?php

function read_order(string $text): SimpleXMLElement
{
    // ruleid: php.injection.xml-entities
    return simplexml_load_string($text, 'SimpleXMLElement', LIBXML_NOENT);
}

function read_document(string $text): DOMDocument
{
    $document = new DOMDocument();
    // ruleid: php.injection.xml-entities
    $document->loadXML($text, LIBXML_NOENT | LIBXML_DTDLOAD);
    return $document;
}

function prepare(): void
{
    // ruleid: php.injection.xml-entities
    libxml_disable_entity_loader(false);
}

function read_order_plain(string $text): SimpleXMLElement
{
    // ok: php.injection.xml-entities
    return simplexml_load_string($text);
}

function read_document_no_net(string $text): DOMDocument
{
    $document = new DOMDocument();
    // ok: php.injection.xml-entities
    $document->loadXML($text, LIBXML_NONET);
    return $document;
}

function prepare_safely(): void
{
    // ok: php.injection.xml-entities
    libxml_disable_entity_loader(true);
}
