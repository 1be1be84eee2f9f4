import xml.dom.pulldom
import xml.sax
from xml.sax.handler import feature_external_ges

import defusedxml.ElementTree
from lxml import etree


def read_order(text):
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: python.injection.xml-entities
    return etree.fromstring(text, parser)


def read_catalog(path):
    parser = etree.XMLParser(load_dtd=True, no_network=False)
    # ruleid: python.injection.xml-entities
    return etree.parse(path, parser)


def read_events(path, handler):
    reader = xml.sax.make_parser()
    reader.setFeature(feature_external_ges, True)
    reader.setContentHandler(handler)
    # ruleid: python.injection.xml-entities
    reader.parse(path)


def safe_order(text):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python.injection.xml-entities
    return etree.fromstring(text, parser)


def safe_events(path, handler):
    reader = xml.sax.make_parser()
    reader.setFeature(feature_external_ges, False)
    reader.setContentHandler(handler)
    # ok: python.injection.xml-entities
    reader.parse(path)


def safe_catalog(path):
    # ok: python.injection.xml-entities
    return defusedxml.ElementTree.parse(path)


def built_in_menu():
    parser = etree.XMLParser(resolve_entities=True)
    # ok: python.injection.xml-entities
    return etree.fromstring("<!DOCTYPE menu [<!ENTITY shop 'Corner Shop'>]><menu>&shop;</menu>", parser)


def pulled(request):
    reader = xml.sax.make_parser()
    reader.setFeature(feature_external_ges, True)
    # ruleid: python.injection.xml-entities
    return xml.dom.pulldom.parseString(request.body.decode(), parser=reader)


def safe_pulled(request):
    # ok: python.injection.xml-entities
    return xml.dom.pulldom.parseString(request.body.decode())
