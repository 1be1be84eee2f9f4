// SPDX-License-Identifier: Apache-2.0
//
// The one place where the values of core become JSON. Every object is written key by key, in the order of the schema
// (docs/report.schema.json), so that a report reads from general to particular and is the same bytes every time.
// Left out on purpose: ScanInfo::root (an absolute path says who runs the scan) and Finding::identity.
#include "core/report_json.h"

#include "core/version.h"

#include <nlohmann/json.hpp>

#include <array>

namespace codelake {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";  // U+FFFD

struct LeadByte {
  std::size_t length = 0;           // of the whole sequence; 0: cannot start one
  unsigned char second_min = 0x80;  // bounds of the second byte: no overlong form, surrogate or place past U+10FFFF
  unsigned char second_max = 0xBF;
};

// Table 3-7 "Well-Formed UTF-8 Byte Sequences" of the Unicode standard.
LeadByte lead_byte(unsigned char byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// The length of the well-formed sequence at `at`, and how many bytes one U+FFFD stands for when there is none.
struct Sequence {
  std::size_t length = 0;
  std::size_t broken = 1;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
  const LeadByte lead = lead_byte(static_cast<unsigned char>(text[at]));
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (at + i >= text.size()) return {0, i};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (byte < low || byte > high) return {0, i};
  }
  return {lead.length, 1};
}

Json text_or_null(const std::string& text) {
  if (text.empty()) return nullptr;
  return valid_utf8(text);
}

Json array_of(const std::vector<std::string>& texts) {
  Json array = Json::array();
  for (const std::string& text : texts) array.push_back(valid_utf8(text));
  return array;
}

template <class T>
Json array_of_json(const std::vector<T>& values) {
  Json array = Json::array();
  for (const T& value : values) array.push_back(to_json(value));
  return array;
}

Json object_of(const std::map<std::string, std::uint64_t>& counts) {
  Json object = Json::object();
  for (const auto& [key, count] : counts) object[valid_utf8(key)] = count;
  return object;
}

Json position(const Position& place) {
  return {{"line", place.line}, {"column", place.column}, {"offset", place.offset}};
}

void add_range(Json& object, const Range& range) {
  object["start"] = position(range.start);
  object["end"] = position(range.end);
}

Json trace_step(const TraceStep& step) {
  Json json = {{"path", valid_utf8(step.path)}};
  add_range(json, step.range);
  json["message"] = valid_utf8(step.message);
  return json;
}

Json package_detail(const PackageDetail& package) {
  Json json = {{"ecosystem", valid_utf8(package.ecosystem)},
               {"name", valid_utf8(package.name)},
               {"version", valid_utf8(package.version)},
               {"purl", valid_utf8(package.purl)},
               {"advisory_ids", array_of(package.advisory_ids)}};
  json["severity_score"] = package.severity_score ? Json(*package.severity_score) : Json(nullptr);
  json["fixed_version"] = text_or_null(package.fixed_version);
  json["fixed_same_major"] = text_or_null(package.fixed_same_major);
  json["path"] = array_of(package.path);
  json["raise"] = text_or_null(package.raise);
  json["kind"] = text_or_null(package.kind);
  json["references"] = array_of(package.references);
  json["epss"] = package.epss ? Json(*package.epss) : Json(nullptr);
  json["epss_percentile"] = package.epss_percentile ? Json(*package.epss_percentile) : Json(nullptr);
  json["known_exploited"] = package.known_exploited;
  json["usage"] = text_or_null(package.usage);
  json["imported_at"] = array_of(package.imported_at);
  json["license"] = text_or_null(package.license);
  json["vex_status"] = text_or_null(package.vex_status);
  json["vex_reason"] = text_or_null(package.vex_reason);
  return json;
}

Json secret_place(const SecretPlace& place) {
  Json json = {{"path", valid_utf8(place.path)}};
  add_range(json, place.range);
  json["commit"] = text_or_null(place.commit);
  json["author"] = text_or_null(place.author);
  json["date"] = text_or_null(place.date);
  return json;
}

Json secret_detail(const SecretDetail& secret) {
  Json json = {{"provider", valid_utf8(secret.provider)},
               {"redacted", valid_utf8(secret.redacted)},
               {"verification", to_text(secret.verification)},
               {"in_head", secret.in_head ? Json(*secret.in_head) : Json(nullptr)}};
  Json places = Json::array();
  for (const SecretPlace& place : secret.places) places.push_back(secret_place(place));
  json["places"] = std::move(places);
  return json;
}

Json suppression_json(const Suppression& suppression) {
  constexpr std::array<std::string_view, 3> kinds = {"in_source", "configuration", "baseline"};
  return {{"kind", kinds.at(static_cast<std::size_t>(suppression.kind))},
          {"reason", valid_utf8(suppression.reason)}};
}

Json language_coverage(const LanguageCoverage& language) {
  return {{"supported", language.supported},
          {"files_scanned", language.files_scanned},
          {"files_partly_parsed", language.files_partly_parsed},
          {"bytes_scanned", language.bytes_scanned},
          {"bytes_not_parsed", language.bytes_not_parsed},
          {"rules", language.rules}};
}

Json scanner_coverage(const ScannerCoverage& scanner) {
  Json json = {{"ran", scanner.ran},
               {"not_run_reason", text_or_null(scanner.not_run_reason)},
               {"files_seen", scanner.files_seen},
               {"files_scanned", scanner.files_scanned},
               {"bytes_scanned", scanner.bytes_scanned},
               {"skipped", object_of(scanner.skipped)}};
  Json languages = Json::object();
  for (const auto& [name, language] : scanner.languages) languages[valid_utf8(name)] = language_coverage(language);
  json["languages"] = std::move(languages);
  return json;
}

Json control_json(const ControlResult& control) {
  return {{"id", valid_utf8(control.id)},
          {"name", valid_utf8(control.name)},
          {"category", valid_utf8(control.category)},
          {"description", valid_utf8(control.description)},
          {"check_type", valid_utf8(control.check_type)},
          {"state", to_text(control.state)},
          {"reason", valid_utf8(control.reason)},
          {"finding_ids", array_of(control.finding_ids)}};
}

Json framework_json(const FrameworkResult& framework) {
  Json json = {{"name", valid_utf8(framework.name)},
               {"version", valid_utf8(framework.version)},
               {"score", framework.score},
               {"assessed_score", framework.assessed_score},
               {"coverage", framework.coverage},
               {"pass", framework.pass},
               {"partial", framework.partial},
               {"fail", framework.fail},
               {"not_assessed", framework.not_assessed},
               {"attested", framework.attested},
               {"not_applicable", framework.not_applicable},
               {"total", framework.total}};
  Json controls = Json::array();
  for (const ControlResult& control : framework.controls) controls.push_back(control_json(control));
  json["controls"] = std::move(controls);
  return json;
}

Json executive_summary(const ExecutiveSummary& summary) {
  return {{"overall_score", summary.overall_score},
          {"total_controls", summary.total_controls},
          {"passing", summary.passing},
          {"partial", summary.partial},
          {"failing", summary.failing},
          {"not_assessed", summary.not_assessed},
          {"posture", valid_utf8(summary.posture)},
          {"risk_areas", array_of(summary.risk_areas)},
          {"recommendation", valid_utf8(summary.recommendation)}};
}

Json scan_json(const ScanInfo& scan) {
  return {{"id", valid_utf8(scan.id)},
          {"started_at", valid_utf8(scan.started_at)},
          {"finished_at", valid_utf8(scan.finished_at)},
          {"commit", text_or_null(scan.commit)},
          {"branch", text_or_null(scan.branch)},
          {"dirty", scan.dirty},
          {"command", valid_utf8(scan.command)},
          {"types", array_of(scan.types)}};
}

bool sca_ran(const Coverage& coverage) {
  const auto sca = coverage.scanners.find("sca");
  return sca != coverage.scanners.end() && sca->second.ran;
}

}  // namespace

nlohmann::ordered_json to_json(const Finding& finding) {
  Json json = {{"id", finding.id()},
               {"fingerprint", valid_utf8(finding.fingerprint)},
               {"rule_id", valid_utf8(finding.rule_id)},
               {"type", to_text(finding.type)},
               {"severity", to_text(finding.severity)},
               {"confidence", to_text(finding.confidence)},
               {"message", valid_utf8(finding.message)},
               {"cwe", finding.cwe},
               {"path", valid_utf8(finding.path)}};
  add_range(json, finding.range);
  json["snippet"] = valid_utf8(finding.snippet);
  json["trace"] = Json::array();
  for (const TraceStep& step : finding.trace) json["trace"].push_back(trace_step(step));
  json["fix"] = text_or_null(finding.fix);
  json["status"] = finding.status();
  if (finding.suppression) json["suppression"] = suppression_json(*finding.suppression);
  if (finding.package) json["package"] = package_detail(*finding.package);
  if (finding.secret) json["secret"] = secret_detail(*finding.secret);
  if (finding.resource) {
    json["resource"] = {{"address", valid_utf8(finding.resource->address)},
                        {"type", valid_utf8(finding.resource->type)}};
  }
  return json;
}

nlohmann::ordered_json to_json(const Package& package) {
  Json json = {{"ecosystem", valid_utf8(package.ecosystem)},
               {"name", valid_utf8(package.name)},
               {"version", text_or_null(package.version)},
               {"requirement", text_or_null(package.requirement)},
               {"purl", valid_utf8(package.purl)},
               {"source", to_text(package.source)},
               {"direct", package.direct_known ? Json(package.direct) : Json(nullptr)},
               {"groups", array_of(package.groups)},
               {"dependencies", array_of(package.dependencies)},
               {"hashes", array_of(package.hashes)},
               {"license", text_or_null(package.license)},
               {"origin", text_or_null(package.origin)},
               {"commit", text_or_null(package.commit)},
               {"path", valid_utf8(package.path)}};
  add_range(json, package.range);
  return json;
}

nlohmann::ordered_json to_json(const Notice& notice) {
  return {{"kind", to_text(notice.kind)},
          {"scanner", text_or_null(notice.scanner)},
          {"path", text_or_null(notice.path)},
          {"message", valid_utf8(notice.message)}};
}

nlohmann::ordered_json to_json(const Coverage& coverage) {
  Json json = {{"files_discovered", coverage.files_discovered},
               {"files_read", coverage.files_read},
               {"bytes_read", coverage.bytes_read},
               {"files_skipped", object_of(coverage.files_skipped)}};
  Json scanners = Json::object();
  for (const auto& [name, scanner] : coverage.scanners) scanners[valid_utf8(name)] = scanner_coverage(scanner);
  json["scanners"] = std::move(scanners);
  Json ecosystems = Json::object();
  for (const auto& [name, ecosystem] : coverage.ecosystems) {
    ecosystems[valid_utf8(name)] = {{"packages", ecosystem.packages},
                                    {"unresolved", ecosystem.unresolved},
                                    {"assessed", ecosystem.assessed}};
  }
  json["ecosystems"] = std::move(ecosystems);
  json["licenses"] = {{"packages", coverage.licenses.packages},
                      {"packages_unknown", coverage.licenses.packages_unknown},
                      {"files", coverage.licenses.files},
                      {"files_unknown", coverage.licenses.files_unknown}};
  json["manifests_found"] = coverage.manifests_found;
  json["manifests_resolved"] = coverage.manifests_resolved;
  json["commits_examined"] = coverage.commits_examined;
  json["blobs_examined"] = coverage.blobs_examined;
  return json;
}

nlohmann::ordered_json to_json(const Summary& summary) {
  Json severities = Json::object();
  for (const Severity severity :
       {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::info}) {
    const auto count = summary.by_severity.find(severity);
    severities[std::string(to_text(severity))] = count == summary.by_severity.end() ? 0 : count->second;
  }
  Json types = Json::object();
  for (const FindingType type : {FindingType::sast, FindingType::sca, FindingType::secrets, FindingType::iac,
                                 FindingType::quality, FindingType::license}) {
    const auto count = summary.by_type.find(type);
    types[std::string(to_text(type))] = count == summary.by_type.end() ? 0 : count->second;
  }
  return {{"open", summary.open},
          {"suppressed", summary.suppressed},
          {"baseline", summary.baseline},
          {"by_severity", std::move(severities)},
          {"by_type", std::move(types)}};
}

nlohmann::ordered_json to_json(const Scorecard& scorecard) {
  Json frameworks = Json::object();
  for (const auto& [key, framework] : scorecard.frameworks) frameworks[valid_utf8(key)] = framework_json(framework);
  return {{"executive_summary", executive_summary(scorecard.summary)}, {"frameworks", std::move(frameworks)}};
}

nlohmann::ordered_json to_json(const ScanReport& report) {
  Json json = {{"schema_version", "1"},
               {"tool", {{"name", "codelake"}, {"version", k_version}}},
               {"scan", scan_json(report.scan)},
               {"project", {{"id", valid_utf8(report.project.id)}, {"name", valid_utf8(report.project.name)}}},
               {"summary", to_json(report.summary())},
               {"findings", array_of_json(report.findings)}};
  if (sca_ran(report.coverage)) json["packages"] = array_of_json(report.packages);
  json["notices"] = array_of_json(report.notices);
  json["coverage"] = to_json(report.coverage);
  json["compliance"] = to_json(report.scorecard);
  return json;
}

std::string dump(const nlohmann::ordered_json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    valid += sequence.length > 0 ? text.substr(at, sequence.length) : k_replacement;
    at += sequence.length > 0 ? sequence.length : sequence.broken;
  }
  return valid;
}

}  // namespace codelake
