// SPDX-License-Identifier: Apache-2.0
// SPDX 3.0.1 as JSON-LD: a flat graph of elements. Everything is an element with an IRI of its own, also each edge and
// each licence:
//   Package x  ←from─ Relationship dependsOn ─to→  Package y, Package z
#include "reports/sbom/spdx/version_3.h"

#include "core/report_json.h"
#include "core/version.h"
#include "reports/sbom/spdx_document.h"

#include <nlohmann/json.hpp>

#include <map>

namespace codelake::reports::sbom::spdx {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* k_creation = "_:creation";

class Graph {
 public:
  explicit Graph(const Bill& bill) : m_bill(bill), m_base("https://spdx.org/spdxdocs/codelake-" + bill.uuid + "#") {}

  std::string write() {
    add_creation();
    const std::string project = add_project();
    for (std::size_t i = 0; i < m_bill.components.size(); ++i) add_package(i);
    add_edges(project, m_bill.direct);
    for (std::size_t i = 0; i < m_bill.components.size(); ++i) add_edges(package_id(i), m_bill.components[i].needs);
    for (const auto& [expression, packages] : m_licensed) add_license(expression, packages);
    add_document(project);
    const Json json = {{"@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}, {"@graph", std::move(m_elements)}};
    return dump(json, 2) + "\n";
  }

 private:
  std::string package_id(std::size_t index) const { return m_base + "package-" + std::to_string(index + 1); }

  Json element(const char* type, const std::string& id) {
    m_ids.push_back(id);
    return {{"type", type}, {"spdxId", id}, {"creationInfo", k_creation}};
  }

  void add_creation() {
    const std::string agent = m_base + "agent";
    const std::string tool = m_base + "tool";
    m_elements.push_back({{"type", "CreationInfo"}, {"@id", k_creation}, {"specVersion", "3.0.1"},
                          {"created", m_bill.created}, {"createdBy", Json::array({agent})}, {"createdUsing", Json::array({tool})}});
    Json maker = element("SoftwareAgent", agent);
    maker["name"] = "codelake";
    m_elements.push_back(std::move(maker));
    Json program = element("Tool", tool);
    program["name"] = "codelake-" + std::string(k_version);
    m_elements.push_back(std::move(program));
  }

  std::string add_project() {
    const std::string id = m_base + "project";
    Json project = element("software_Package", id);
    project["name"] = m_bill.name;
    project["software_primaryPurpose"] = "application";
    if (!m_bill.version.empty()) project["software_packageVersion"] = m_bill.version;
    m_elements.push_back(std::move(project));
    return id;
  }

  void add_package(std::size_t index) {
    const Component& component = m_bill.components[index];
    Json package = element("software_Package", package_id(index));
    package["name"] = component.full_name;
    if (!component.name_space.empty()) {
      package["comment"] = "The supplier is derived from the name space.";
      package["suppliedBy"] = supplier(component.name_space);
    }
    if (!component.digests.empty()) package["verifiedUsing"] = hashes_of(component);
    package["software_primaryPurpose"] = "library";
    if (!component.version.empty()) package["software_packageVersion"] = component.version;
    if (!component.purl.empty()) package["software_packageUrl"] = component.purl;
    if (const auto location = download_location_of(component); location.starts_with("http")) package["software_downloadLocation"] = location;
    package["software_sourceInfo"] = traits_line(component);
    m_elements.push_back(std::move(package));
    const std::string& license = component.license;
    if (!license.empty()) m_licensed[license].push_back(index);
    if (!component.declared_license.empty()) m_licensed[reference(component.declared_license)].push_back(index);
  }

  std::string reference(const std::string& declared) {
    const std::string made = license_reference(declared);
    m_declared[made] = declared;
    return made;
  }

  std::string supplier(const std::string& name) {
    const auto [place, added] = m_suppliers.try_emplace(name, m_base + "supplier-" + std::to_string(m_suppliers.size() + 1));
    if (!added) return place->second;
    Json agent = element("Organization", place->second);
    agent["name"] = name;
    m_elements.push_back(std::move(agent));
    return place->second;
  }

  static Json hashes_of(const Component& component) {
    Json hashes = Json::array();
    for (const Digest& digest : component.digests) {
      hashes.push_back({{"type", "Hash"}, {"algorithm", digest.algorithm}, {"hashValue", digest.hex}});
    }
    return hashes;
  }

  void add_relationship(const std::string& from, const char* kind, Json to) {
    Json relationship = element("Relationship", m_base + "relationship-" + std::to_string(++m_relationships));
    relationship["from"] = from;
    relationship["relationshipType"] = kind;
    relationship["to"] = std::move(to);
    relationship["completeness"] = m_bill.complete ? "complete" : "noAssertion";
    m_elements.push_back(std::move(relationship));
  }

  void add_edges(const std::string& from, const std::vector<std::size_t>& needs) {
    if (needs.empty()) return;
    Json targets = Json::array();
    for (const std::size_t need : needs) targets.push_back(package_id(need));
    add_relationship(from, "dependsOn", std::move(targets));
  }

  void add_license(const std::string& expression, const std::vector<std::size_t>& packages) {
    const std::string id = m_base + "license-" + std::to_string(++m_licenses);
    const auto declared = m_declared.find(expression);
    Json license = element(declared == m_declared.end() ? "simplelicensing_LicenseExpression" : "simplelicensing_SimpleLicensingText", id);
    if (declared == m_declared.end()) {
      license["simplelicensing_licenseExpression"] = expression;
    } else {
      license["name"] = expression;
      license["simplelicensing_licenseText"] = declared->second;
    }
    m_elements.push_back(std::move(license));
    for (const std::size_t package : packages) add_relationship(package_id(package), "hasDeclaredLicense", Json::array({id}));
  }

  void add_document(const std::string& project) {
    std::vector<std::string> elements = std::move(m_ids);
    const std::string id = m_base + "sbom";
    Json sbom = element("software_Sbom", id);
    sbom["software_sbomType"] = Json::array({"source"});
    sbom["rootElement"] = Json::array({project});
    sbom["element"] = elements;
    m_elements.push_back(std::move(sbom));
    Json document = element("SpdxDocument", m_base + "document");
    document["name"] = m_bill.name;
    document["rootElement"] = Json::array({id});
    elements.push_back(id);
    document["element"] = std::move(elements);
    document["profileConformance"] = Json::array({"core", "software", "simpleLicensing"});
    m_elements.push_back(std::move(document));
  }

  const Bill& m_bill;
  std::string m_base;
  Json m_elements = Json::array();
  std::vector<std::string> m_ids;
  std::map<std::string, std::vector<std::size_t>> m_licensed;  // by expression or reference
  std::map<std::string, std::string> m_declared;               // of references
  std::map<std::string, std::string> m_suppliers;
  std::size_t m_relationships = 0;
  std::size_t m_licenses = 0;
};

}  // namespace

std::string write_version_3(const Bill& bill) { return Graph(bill).write(); }

}  // namespace codelake::reports::sbom::spdx
