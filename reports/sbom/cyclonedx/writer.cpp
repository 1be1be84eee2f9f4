// SPDX-License-Identifier: Apache-2.0
// CycloneDX (ECMA-424) as JSON: one component for each package, the project in the metadata, edges by bom-ref.
#include "reports/sbom/writer.h"

#include "core/report_json.h"
#include "core/version.h"

#include <nlohmann/json.hpp>

namespace codelake::reports::sbom::cyclonedx {

namespace {

using Json = nlohmann::ordered_json;

std::string_view algorithm_name(std::string_view algorithm) {
  if (algorithm == "md5") return "MD5";
  if (algorithm == "sha1") return "SHA-1";
  if (algorithm == "sha256") return "SHA-256";
  return algorithm == "sha384" ? "SHA-384" : "SHA-512";
}

Json property(const std::string& key, std::string_view value) {
  return {{"name", "codelake:" + key}, {"value", value}};
}

// One identifier of SPDX stands as such; what is more than one, or a reference, is an expression.
Json licenses_of(const Component& component) {
  const std::string& license = component.license;
  if (license.empty()) return Json::array({{{"license", {{"name", component.declared_license}}}}});
  const bool expression = license.find(' ') != std::string::npos || license.find("Ref-") != std::string::npos;
  if (expression) return Json::array({{{"expression", license}}});
  return Json::array({{{"license", {{"id", license}}}}});
}

Json hashes_of(const Component& component) {
  Json hashes = Json::array();
  for (const Digest& digest : component.digests) {
    hashes.push_back({{"alg", algorithm_name(digest.algorithm)}, {"content", digest.hex}});
  }
  return hashes;
}

Json component_of(const Component& component) {
  Json json = {{"type", "library"}, {"bom-ref", component.ref}};
  if (!component.name_space.empty()) {
    json["supplier"] = {{"name", component.name_space}};
    json["group"] = component.name_space;
  }
  json["name"] = component.name;
  if (!component.version.empty()) json["version"] = component.version;
  json["scope"] = component.development ? "excluded" : component.optional ? "optional" : "required";
  if (!component.digests.empty()) json["hashes"] = hashes_of(component);
  if (!component.license.empty() || !component.declared_license.empty()) json["licenses"] = licenses_of(component);
  if (!component.purl.empty()) json["purl"] = component.purl;
  Json properties = Json::array();
  for (const auto& [key, value] : component.traits) properties.push_back(property(key, value));
  if (!component.name_space.empty()) properties.push_back(property("supplier", "derived from the name space"));
  json["properties"] = std::move(properties);
  return json;
}

Json metadata_of(const Bill& bill) {
  Json project = {{"type", "application"}, {"bom-ref", bill.ref}, {"name", bill.name}};
  if (!bill.version.empty()) project["version"] = bill.version;
  const Json tool = {{"type", "application"}, {"name", "codelake"}, {"version", k_version}};
  return {{"timestamp", bill.created},
          {"lifecycles", Json::array({{{"phase", "pre-build"}}})},
          {"tools", {{"components", Json::array({tool})}}},
          {"component", std::move(project)}};
}

Json edges_of(const Bill& bill, const std::string& ref, const std::vector<std::size_t>& needs) {
  Json edges = {{"ref", ref}};
  if (needs.empty()) return edges;
  Json targets = Json::array();
  for (const std::size_t need : needs) targets.push_back(bill.components[need].ref);
  edges["dependsOn"] = std::move(targets);
  return edges;
}

class CycloneDx final : public Writer {
 public:
  std::string_view name() const override { return "cyclonedx"; }
  std::vector<std::string_view> versions() const override { return {"1.6", "1.5", "1.7"}; }

  std::string write(const Bill& bill, std::string_view version) const override {
    Json components = Json::array();
    Json dependencies = Json::array({edges_of(bill, bill.ref, bill.direct)});
    for (const Component& component : bill.components) {
      components.push_back(component_of(component));
      dependencies.push_back(edges_of(bill, component.ref, component.needs));
    }
    const std::string schema = "http://cyclonedx.org/schema/bom-" + std::string(version) + ".schema.json";
    const Json composition = {{"aggregate", bill.complete ? "complete" : "incomplete"},
                              {"dependencies", Json::array({bill.ref})}};
    const Json json = {{"$schema", schema},
                       {"bomFormat", "CycloneDX"},
                       {"specVersion", version},
                       {"serialNumber", "urn:uuid:" + bill.uuid},
                       {"version", 1},
                       {"metadata", metadata_of(bill)},
                       {"components", std::move(components)},
                       {"dependencies", std::move(dependencies)},
                       {"compositions", Json::array({composition})}};
    return dump(json, 2) + "\n";
  }
};

}  // namespace

// The plugin's entry point; reports/sbom/CMakeLists.txt calls it by this name.
std::unique_ptr<Writer> make_writer();
std::unique_ptr<Writer> make_writer() { return std::make_unique<CycloneDx>(); }

}  // namespace codelake::reports::sbom::cyclonedx
