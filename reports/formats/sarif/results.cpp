// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/sarif/results.h"

#include "core/report_json.h"
#include "reports/formats/sarif/uri.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace codelake::reports::sarif {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_steps_max = 1000;               // of a thread flow; GitHub shows no more
constexpr std::size_t k_related_locations_max = 1000;   // GitHub refuses more locations

// Lines and columns are 1-based; a region that does not say where it stands in line 1 covers the whole line.
Json region(const Range& range, const std::string& snippet) {
  const std::uint32_t line = std::max(range.start.line, 1U);
  Json json = {{"startLine", line}};
  if (range != Range{}) {
    const std::uint32_t column = std::max(range.start.column, 1U);
    const std::uint32_t end_line = std::max(range.end.line, line);
    const std::uint32_t end_column = std::max(range.end.column, 1U);
    json["startColumn"] = column;
    json["endLine"] = end_line;
    json["endColumn"] = end_line == line ? std::max(end_column, column) : end_column;
  }
  if (!snippet.empty()) json["snippet"] = {{"text", valid_utf8(snippet)}};
  return json;
}

Json location_with_message(const std::string& path, const Range& range, const std::string& message) {
  return {{"physicalLocation", physical_location(path, range, {})}, {"message", {{"text", valid_utf8(message)}}}};
}

Json code_flows(const Finding& finding) {
  Json locations = Json::array();
  for (std::size_t i = 0; i < std::min(finding.trace.size(), k_steps_max); ++i) {
    const TraceStep& step = finding.trace[i];
    locations.push_back({{"location", location_with_message(step.path, step.range, step.message)}});
  }
  Json flow = {{"locations", std::move(locations)}};
  Json flows = Json::array({std::move(flow)});
  return Json::array({Json{{"threadFlows", std::move(flows)}}});
}

// The other places of a secret.
Json related_locations(const SecretDetail& secret) {
  Json array = Json::array();
  for (std::size_t i = 1; i < std::min(secret.places.size(), k_related_locations_max); ++i) {
    const SecretPlace& place = secret.places[i];
    const std::string message = place.commit.empty() ? "the same secret" : "the same secret in commit " + place.commit;
    Json json = {{"id", i}};
    json.update(location_with_message(place.path, place.range, message));
    array.push_back(std::move(json));
  }
  return array;
}

Json suppressions(const Suppression& suppression) {
  const bool in_source = suppression.kind == Suppression::Kind::in_source;
  const bool baseline = suppression.kind == Suppression::Kind::baseline;
  Json json = {{"kind", in_source ? "inSource" : "external"}, {"status", "accepted"}};
  const std::string reason = suppression.reason.empty() && baseline ? "in the baseline" : suppression.reason;
  if (!reason.empty()) json["justification"] = valid_utf8(reason);
  return Json::array({std::move(json)});
}

// Of the places of a secret, which stand elsewhere in the result, only who brought it to the first one.
void keep_introduction(Json& secret) {
  const Json places = std::move(secret["places"]);
  secret.erase("places");
  if (places.empty() || places[0]["commit"].is_null()) return;
  for (const char* part : {"commit", "author", "date"}) secret[part] = places[0][part];
}

Json properties(const Finding& finding) {
  Json json = {{"type", to_text(finding.type)},
               {"severity", to_text(finding.severity)},
               {"confidence", to_text(finding.confidence)}};
  if (!finding.fix.empty()) json["fix"] = valid_utf8(finding.fix);
  if (!finding.package && !finding.secret && !finding.resource) return json;
  Json whole = to_json(finding);
  for (const char* part : {"package", "secret", "resource"}) {
    if (whole.contains(part)) json[part] = std::move(whole[part]);
  }
  if (finding.secret) keep_introduction(json["secret"]);
  return json;
}

}  // namespace

nlohmann::ordered_json physical_location(const std::string& path, const Range& range, const std::string& snippet) {
  return {{"artifactLocation", {{"uri", relative_uri(path)}, {"uriBaseId", "%SRCROOT%"}}},
          {"region", region(range, snippet)}};
}

nlohmann::ordered_json result_of(const Finding& finding, const Rules& rules) {
  const std::string message = finding.message.empty() ? finding.rule_id : finding.message;
  Json location = {{"physicalLocation", physical_location(finding.path, finding.range, finding.snippet)}};
  Json json = {{"ruleId", valid_utf8(finding.rule_id)},
               {"ruleIndex", rules.index_of(finding.rule_id)},
               {"level", level_of(finding.severity)},
               {"message", {{"text", valid_utf8(message)}}},
               {"locations", Json::array({std::move(location)})}};
  const std::string fingerprint = valid_utf8(finding.fingerprint);
  json["partialFingerprints"] = {{"primaryLocationLineHash", valid_utf8(finding.fingerprint.substr(0, 16)) + ":1"},
                                 {"codelake/v1", fingerprint}};
  if (!finding.trace.empty()) json["codeFlows"] = code_flows(finding);
  if (finding.secret && finding.secret->places.size() > 1) json["relatedLocations"] = related_locations(*finding.secret);
  if (finding.suppression) json["suppressions"] = suppressions(*finding.suppression);
  json["properties"] = properties(finding);
  return json;
}

}  // namespace codelake::reports::sarif
