import xml.sax
from xml.sax.handler import feature_external_ges

import defusedxml.ElementTree
from lxml import etree


def read_order(text):
    # ruleid: python.injection.xml-entities
    parser = etree.XMLParser(resolve_entities=True)
    return etree.fromstring(text, parser)


def read_catalog(path):
    # ruleid: python.injection.xml-entities
    parser = etree.XMLParser(load_dtd=True, no_network=False)
    return etree.parse(path, parser)


def read_events(path, handler):
    reader = xml.sax.make_parser()
    # ruleid: python.injection.xml-entities
    reader.setFeature(feature_external_ges, True)
    reader.setContentHandler(handler)
    reader.parse(path)


def safe_order(text):
    # ok: python.injection.xml-entities
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(text, parser)


def safe_events(path, handler):
    reader = xml.sax.make_parser()
    # ok: python.injection.xml-entities
    reader.setFeature(feature_external_ges, False)
    reader.setContentHandler(handler)
    reader.parse(path)


def safe_catalog(path):
    # ok: python.injection.xml-entities
    return defusedxml.ElementTree.parse(path)
