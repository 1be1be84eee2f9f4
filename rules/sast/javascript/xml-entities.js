const libxml = require("libxmljs");

function readOrder(text) {
  // ruleid: javascript.injection.xml-entities
  return libxml.parseXml(text, { noent: true, noblanks: true });
}

function readCatalog(text) {
  // ruleid: javascript.injection.xml-entities
  return libxml.parseXmlString(text, { dtdload: true });
}

function readFeed(text) {
  // ruleid: javascript.injection.xml-entities
  return libxml.parseXml(text, { replaceEntities: true });
}

function safeOrder(text) {
  // ok: javascript.injection.xml-entities
  return libxml.parseXml(text, { noblanks: true });
}

function safeCatalog(text) {
  // ok: javascript.injection.xml-entities
  return libxml.parseXml(text, { noent: false });
}

function safeFeed(text) {
  // ok: javascript.injection.xml-entities
  return libxml.parseXml(text);
}

module.exports = { readOrder, readCatalog, readFeed, safeOrder, safeCatalog, safeFeed };

function readWithOptions(text) {
  const options = { noblanks: true, noent: true };
  // ruleid: javascript.injection.xml-entities
  return libxml.parseXml(text, options);
}

function readWithSafeOptions(text) {
  const options = { noblanks: true, noent: false };
  // ok: javascript.injection.xml-entities
  return libxml.parseXml(text, options);
}
