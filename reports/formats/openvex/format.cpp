// SPDX-License-Identifier: Apache-2.0
//
// OpenVEX 0.2.0. The standard wants an impact statement for not_affected and an action statement for affected; the reason
// stands in them, else in the notes.
#include "reports/format.h"

#include "core/report_json.h"
#include "core/version.h"
#include "reports/exposures/exposure.h"

#include <nlohmann/json.hpp>

namespace codelake::reports::openvex {

namespace {

using Json = nlohmann::ordered_json;

Json statement_of(const Exposure& exposure) {
  Json vulnerability = {{"name", exposure.id}};
  if (!exposure.aliases.empty()) vulnerability["aliases"] = exposure.aliases;
  Json product = {{"@id", exposure.purl}, {"identifiers", {{"purl", exposure.purl}}}};
  Json json = {{"vulnerability", std::move(vulnerability)},
               {"products", Json::array({std::move(product)})},
               {"status", exposure.status}};
  const std::string reason = exposure.reason.empty() ? "no reason was given" : exposure.reason;
  if (exposure.status == "not_affected") {
    json["impact_statement"] = reason;
  } else if (exposure.status == "affected") {
    json["action_statement"] = reason;
  } else if (!exposure.reason.empty()) {
    json["status_notes"] = reason;
  }
  return json;
}

class OpenVexFormat final : public Format {
 public:
  std::string_view name() const override { return "openvex"; }
  std::string_view description() const override { return "OpenVEX 0.2.0: what is known of each vulnerability found"; }
  std::string write(const ScanReport& report, const Style&) const override {
    const std::vector<Exposure> exposures = exposures_of(report);
    Json statements = Json::array();
    for (const Exposure& exposure : exposures) statements.push_back(statement_of(exposure));
    const Json json = {{"@context", "https://openvex.dev/ns/v0.2.0"},
                       {"@id", document_id(report, exposures)},
                       {"author", valid_utf8(report.project.name)},
                       {"timestamp", valid_utf8(report.scan.started_at)},
                       {"version", 1},
                       {"tooling", "codelake/" + std::string(k_version)},
                       {"statements", std::move(statements)}};
    return dump(json, 2) + "\n";
  }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<OpenVexFormat>(); }

}  // namespace codelake::reports::openvex
