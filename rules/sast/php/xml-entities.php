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

function read_sent_order(): SimpleXMLElement
{
    // ruleid: php.injection.xml-request
    // ruleid: php.injection.xml-entities
    return simplexml_load_string(file_get_contents('php://input'), 'SimpleXMLElement', LIBXML_NOENT);
}

function read_sent_document(): DOMDocument
{
    $document = new DOMDocument();
    $text = $_POST['document'];
    // ruleid: php.injection.xml-request
    // ruleid: php.injection.xml-entities
    $document->loadXML($text, LIBXML_NOENT | LIBXML_DTDLOAD);
    return $document;
}

function read_sent_file(): DOMDocument
{
    $document = new DOMDocument();
    // ruleid: php.injection.xml-request
    // ruleid: php.injection.xml-entities
    $document->load($_FILES['document']['tmp_name'], LIBXML_DTDLOAD);
    return $document;
}

function read_sent_plainly(): SimpleXMLElement
{
    // ok: php.injection.xml-request
    return simplexml_load_string($_POST['document'], 'SimpleXMLElement', LIBXML_NONET);
}

function read_sent_by_number(): SimpleXMLElement
{
    // ok: php.injection.xml-request
    // ruleid: php.injection.xml-entities
    return simplexml_load_file('orders/' . (int) $_POST['order'] . '.xml', 'SimpleXMLElement', LIBXML_NOENT);
}

function read_own(): SimpleXMLElement
{
    // ok: php.injection.xml-request
    // ruleid: php.injection.xml-entities
    return simplexml_load_file('settings.xml', 'SimpleXMLElement', LIBXML_NOENT);
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
