// SPDX-License-Identifier: Apache-2.0
// SPDX as JSON: 2.x, with "packages" and "relationships", and 3.0, a flat JSON-LD graph whose relationships are
// elements themselves.
#include "scanners/sca/lockfiles/bill_names.h"
#include "scanners/sca/lockfiles/bill_reader.h"

#include "core/json.h"

#include <unordered_map>

namespace codelake::sca::spdx_json {

// The plugin's entry point; scanners/sca/lockfiles/CMakeLists.txt calls it by this name.
std::unique_ptr<LockfileParser> make_parser();

namespace {

using yaml::Node;

const std::vector<Node>& items(const Node& node, std::string_view key) {
  static const std::vector<Node> none;
  const Node* found = node.find(key);
  return found == nullptr ? none : found->items;
}

std::string asserted(std::string_view text) {
  return text == "NOASSERTION" || text == "NONE" ? std::string() : std::string(text);
}

// The words of "DEPENDS_ON" lead from what needs to what is needed; those of "DEPENDENCY_OF" the other way.
void relate(BillReader& bill, std::string_view from, std::string_view kind, std::string_view to) {
  if (kind == "DESCRIBES") bill.subject(to);
  if (kind == "DESCRIBED_BY") bill.subject(from);
  if (kind == "DEPENDS_ON" || kind == "CONTAINS") bill.connect(from, to);
  if (kind.ends_with("DEPENDENCY_OF") || kind == "CONTAINED_BY") bill.connect(to, from);
}

void read_version_2(BillReader& bill, const Node& root) {
  std::unordered_map<std::string, std::string> declared;
  for (const Node& license : items(root, "hasExtractedLicensingInfos")) {
    declared.emplace(license.text_of("licenseId"), license.text_of("extractedText"));
  }
  for (const Node& described : items(root, "documentDescribes")) bill.subject(described.text);
  for (const Node& package : items(root, "packages")) {
    BillItem item;
    item.ref = package.text_of("SPDXID");
    item.name = package.text_of("name");
    item.version = package.text_of("versionInfo");
    item.license = asserted(package.text_of("licenseDeclared"));
    if (const auto text = declared.find(item.license); text != declared.end()) item.license = text->second;
    item.traits = traits_of_line(package.text_of("sourceInfo"));
    item.line = package.line;
    for (const Node& reference : items(package, "externalRefs")) {
      if (reference.text_of("referenceType") == "purl") item.purl = reference.text_of("referenceLocator");
    }
    for (const Node& hash : items(package, "checksums")) {
      item.hashes.push_back(bill_hash(hash.text_of("algorithm"), hash.text_of("checksumValue")));
    }
    bill.add(std::move(item));
  }
  for (const Node& one : items(root, "relationships")) {
    relate(bill, one.text_of("spdxElementId"), one.text_of("relationshipType"), one.text_of("relatedSpdxElement"));
  }
}

// Version 3.
class GraphReader {
 public:
  explicit GraphReader(BillReader& bill) : m_bill(bill) {}

  void read(const std::vector<Node>& elements) {
    for (const Node& element : elements) {
      const auto type = element.text_of("type");
      if (type == "software_Sbom") note_subjects(element);
      if (type == "simplelicensing_LicenseExpression") note_license(element, "simplelicensing_licenseExpression");
      if (type == "simplelicensing_SimpleLicensingText") note_license(element, "simplelicensing_licenseText");
    }
    for (const Node& element : elements) relate_element(element);
    for (const Node& element : elements) {
      if (element.text_of("type") == "software_Package") add(element);
    }
  }

 private:
  void note_subjects(const Node& sbom) {
    for (const Node& root : items(sbom, "rootElement")) m_bill.subject(root.text);
  }

  void note_license(const Node& element, std::string_view key) {
    m_licenses.emplace(element.text_of("spdxId"), element.text_of(key));
  }

  void relate_element(const Node& element) {
    const auto kind = element.text_of("relationshipType");
    for (const Node& to : items(element, "to")) {
      if (kind == "dependsOn" || kind == "contains") m_bill.connect(element.text_of("from"), to.text);
      if (kind == "hasDeclaredLicense") m_declared.emplace(element.text_of("from"), to.text);
    }
  }

  void add(const Node& package) {
    BillItem item;
    item.ref = package.text_of("spdxId");
    item.name = package.text_of("name");
    item.version = package.text_of("software_packageVersion");
    item.purl = package.text_of("software_packageUrl");
    item.traits = traits_of_line(package.text_of("software_sourceInfo"));
    item.line = package.line;
    for (const Node& hash : items(package, "verifiedUsing")) {
      item.hashes.push_back(bill_hash(hash.text_of("algorithm"), hash.text_of("hashValue")));
    }
    if (const auto declared = m_declared.find(item.ref); declared != m_declared.end()) {
      if (const auto license = m_licenses.find(declared->second); license != m_licenses.end()) item.license = license->second;
    }
    m_bill.add(std::move(item));
  }

  BillReader& m_bill;
  std::unordered_map<std::string, std::string> m_licenses;  // by the id of their element
  std::unordered_map<std::string, std::string> m_declared;  // package → licence
};

class SpdxJsonParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "spdx.json"; }
  std::string_view ecosystem() const override { return "generic"; }
  FileNames names() const override { return {k_spdx_json_names.begin(), k_spdx_json_names.end()}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    BillReader bill(file);
    const Node* graph = root->find("@graph");
    if (graph == nullptr && root->text_of("spdxVersion").empty()) {
      bill.builder().odd_line(1, "this is no document of SPDX");
    }
    if (graph != nullptr)
      GraphReader(bill).read(graph->items);
    else
      read_version_2(bill, *root);
    return bill.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SpdxJsonParser>();
}

}  // namespace codelake::sca::spdx_json
