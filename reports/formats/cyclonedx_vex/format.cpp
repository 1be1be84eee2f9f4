// SPDX-License-Identifier: Apache-2.0
//
// CycloneDX 1.6 as a VEX document (ECMA-424, vulnerabilities): the vulnerable packages are its components, so that it
// stands on its own; their references are package URLs, as in our bills of materials.
#include "reports/format.h"

#include "core/report_json.h"
#include "core/version.h"
#include "reports/exposures/exposure.h"

#include <nlohmann/json.hpp>

#include <map>

namespace codelake::reports::cyclonedx_vex {

namespace {

using Json = nlohmann::ordered_json;

std::string_view state_of(std::string_view status) {
  if (status == "fixed") return "resolved";
  if (status == "affected") return "exploitable";
  return status == "under_investigation" ? "in_triage" : "not_affected";
}

// The database behind an id, by what stands before its first '-'.
Json source_of(const std::string& id) { return {{"name", id.substr(0, id.find('-'))}}; }

Json vulnerability_of(const Exposure& exposure) {
  const Finding& finding = *exposure.finding;
  Json json = {{"bom-ref", exposure.id + "/" + exposure.purl}, {"id", exposure.id}, {"source", source_of(exposure.id)}};
  Json references = Json::array();
  for (const std::string& alias : exposure.aliases) references.push_back({{"id", alias}, {"source", source_of(alias)}});
  if (!references.empty()) json["references"] = std::move(references);
  Json rating = {{"severity", to_text(finding.severity)}};
  if (finding.package->severity_score) rating["score"] = *finding.package->severity_score;
  json["ratings"] = Json::array({std::move(rating)});
  if (!finding.cwe.empty()) json["cwes"] = finding.cwe;
  json["description"] = valid_utf8(finding.message);
  if (!finding.fix.empty()) json["recommendation"] = valid_utf8(finding.fix);
  Json analysis = {{"state", state_of(exposure.status)}};
  const bool accepted = exposure.status == "affected" && finding.suppression;
  if (accepted) analysis["response"] = Json::array({"will_not_fix"});
  if (!exposure.reason.empty()) analysis["detail"] = exposure.reason;
  json["analysis"] = std::move(analysis);
  json["affects"] = Json::array({Json{{"ref", exposure.purl}}});
  return json;
}

Json components_of(const std::vector<Exposure>& exposures) {
  std::map<std::string, const PackageDetail*> packages;
  for (const Exposure& exposure : exposures) packages.emplace(exposure.purl, &*exposure.finding->package);
  Json components = Json::array();
  for (const auto& [purl, package] : packages) {
    components.push_back({{"type", "library"},
                          {"bom-ref", purl},
                          {"name", valid_utf8(package->name)},
                          {"version", valid_utf8(package->version)},
                          {"purl", purl}});
  }
  return components;
}

class CycloneDxVexFormat final : public Format {
 public:
  std::string_view name() const override { return "cyclonedx-vex"; }
  std::string_view description() const override { return "CycloneDX 1.6 with what is known of each vulnerability found"; }
  std::string write(const ScanReport& report, const Style&) const override {
    const std::vector<Exposure> exposures = exposures_of(report);
    Json vulnerabilities = Json::array();
    for (const Exposure& exposure : exposures) vulnerabilities.push_back(vulnerability_of(exposure));
    const Json tool = {{"type", "application"}, {"name", "codelake"}, {"version", k_version}};
    const std::string project = valid_utf8(report.project.name);
    const Json metadata = {{"timestamp", valid_utf8(report.scan.started_at)},
                           {"tools", {{"components", Json::array({tool})}}},
                           {"component", {{"type", "application"}, {"bom-ref", "project:" + project}, {"name", project}}}};
    const Json json = {{"$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"},
                       {"bomFormat", "CycloneDX"},
                       {"specVersion", "1.6"},
                       {"serialNumber", document_id(report, exposures)},
                       {"version", 1},
                       {"metadata", metadata},
                       {"components", components_of(exposures)},
                       {"vulnerabilities", std::move(vulnerabilities)}};
    return dump(json, 2) + "\n";
  }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<CycloneDxVexFormat>(); }

}  // namespace codelake::reports::cyclonedx_vex
