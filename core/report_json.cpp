// SPDX-License-Identifier: Apache-2.0
//
// The one place where the values of core become JSON. Every object is written key by key, in the order of the schema
// (docs/report.schema.json), so that a report reads from general to particular and is the same bytes every time.
// Left out on purpose: ScanInfo::root (an absolute path says who runs the scan) and Finding::identity.
#include "core/report_json.h"

#include "core/json_writer.h"
#include "core/version.h"

#include <nlohmann/json.hpp>

#include <array>

namespace codelake {

namespace {

constexpr auto k_object = JsonWriter::Kind::object;
constexpr auto k_array = JsonWriter::Kind::array;

void write(JsonWriter& json, std::string_view key, const std::map<std::string, std::uint64_t>& counts) {
  json.open(key, k_object);
  for (const auto& [name, count] : counts) json.add(name, count);
  json.close();
}

void write(JsonWriter& json, std::string_view key, const Position& place) {
  json.open(key, k_object);
  json.add("line", place.line);
  json.add("column", place.column);
  json.add("offset", place.offset);
  json.close();
}

void write(JsonWriter& json, const Range& range) {
  write(json, "start", range.start);
  write(json, "end", range.end);
}

// An object of the `members` of a value: by itself or in an array, under a key, and a list of them.
template <class T>
void write_object(JsonWriter& json, const T& value);
template <class T>
void write_object(JsonWriter& json, std::string_view key, const T& value);
template <class T>
void write_array(JsonWriter& json, std::string_view key, const std::vector<T>& values);

void members(JsonWriter& json, const TraceStep& step) {
  json.add("path", step.path);
  write(json, step.range);
  json.add("message", step.message);
}

void members(JsonWriter& json, const PackageDetail& package) {
  json.add("ecosystem", package.ecosystem);
  json.add("name", package.name);
  json.add("version", package.version);
  json.add("purl", package.purl);
  json.add("advisory_ids", package.advisory_ids);
  json.add("severity_score", package.severity_score);
  json.add_or_null("fixed_version", package.fixed_version);
  json.add_or_null("fixed_same_major", package.fixed_same_major);
  json.add("path", package.path);
  json.add_or_null("raise", package.raise);
  json.add_or_null("kind", package.kind);
  json.add("references", package.references);
  json.add("epss", package.epss);
  json.add("epss_percentile", package.epss_percentile);
  json.add("known_exploited", package.known_exploited);
  json.add_or_null("usage", package.usage);
  json.add("imported_at", package.imported_at);
  json.add_or_null("license", package.license);
  json.add_or_null("vex_status", package.vex_status);
  json.add_or_null("vex_reason", package.vex_reason);
}

void members(JsonWriter& json, const SecretPlace& place) {
  json.add("path", place.path);
  write(json, place.range);
  json.add_or_null("commit", place.commit);
  json.add_or_null("author", place.author);
  json.add_or_null("date", place.date);
}

void members(JsonWriter& json, const SecretDetail& secret) {
  json.add("provider", secret.provider);
  json.add("redacted", secret.redacted);
  json.add("verification", to_text(secret.verification));
  json.add("in_head", secret.in_head);
  write_array(json, "places", secret.places);
}

void members(JsonWriter& json, const ResourceDetail& resource) {
  json.add("address", resource.address);
  json.add("type", resource.type);
}

void members(JsonWriter& json, const Suppression& suppression) {
  constexpr std::array<std::string_view, 3> kinds = {"in_source", "configuration", "baseline"};
  json.add("kind", kinds.at(static_cast<std::size_t>(suppression.kind)));
  json.add("reason", suppression.reason);
}

void members(JsonWriter& json, const Finding& finding) {
  json.add("id", finding.id());
  json.add("fingerprint", finding.fingerprint);
  json.add("rule_id", finding.rule_id);
  json.add("type", to_text(finding.type));
  json.add("severity", to_text(finding.severity));
  json.add("confidence", to_text(finding.confidence));
  json.add("message", finding.message);
  json.add("cwe", finding.cwe);
  json.add("path", finding.path);
  write(json, finding.range);
  json.add("snippet", finding.snippet);
  write_array(json, "trace", finding.trace);
  json.add_or_null("fix", finding.fix);
  json.add("status", finding.status());
  if (finding.suppression) write_object(json, "suppression", *finding.suppression);
  if (finding.package) write_object(json, "package", *finding.package);
  if (finding.secret) write_object(json, "secret", *finding.secret);
  if (finding.resource) write_object(json, "resource", *finding.resource);
}

void members(JsonWriter& json, const Package& package) {
  json.add("ecosystem", package.ecosystem);
  json.add("name", package.name);
  json.add_or_null("version", package.version);
  json.add_or_null("requirement", package.requirement);
  json.add("purl", package.purl);
  json.add("source", to_text(package.source));
  json.add("direct", package.direct_known ? std::optional(package.direct) : std::nullopt);
  json.add("groups", package.groups);
  json.add("dependencies", package.dependencies);
  json.add("hashes", package.hashes);
  json.add_or_null("license", package.license);
  json.add_or_null("origin", package.origin);
  json.add_or_null("commit", package.commit);
  json.add("path", package.path);
  write(json, package.range);
}

void members(JsonWriter& json, const Notice& notice) {
  json.add("kind", to_text(notice.kind));
  json.add_or_null("scanner", notice.scanner);
  json.add_or_null("path", notice.path);
  json.add("message", notice.message);
}

void members(JsonWriter& json, const LanguageCoverage& language) {
  json.add("supported", language.supported);
  json.add("files_scanned", language.files_scanned);
  json.add("files_partly_parsed", language.files_partly_parsed);
  json.add("bytes_scanned", language.bytes_scanned);
  json.add("bytes_not_parsed", language.bytes_not_parsed);
  json.add("rules", language.rules);
}

void members(JsonWriter& json, const ScannerCoverage& scanner) {
  json.add("ran", scanner.ran);
  json.add_or_null("not_run_reason", scanner.not_run_reason);
  json.add("files_seen", scanner.files_seen);
  json.add("files_scanned", scanner.files_scanned);
  json.add("bytes_scanned", scanner.bytes_scanned);
  write(json, "skipped", scanner.skipped);
  json.open("languages", k_object);
  for (const auto& [name, language] : scanner.languages) write_object(json, name, language);
  json.close();
}

void members(JsonWriter& json, const EcosystemCoverage& ecosystem) {
  json.add("packages", ecosystem.packages);
  json.add("unresolved", ecosystem.unresolved);
  json.add("assessed", ecosystem.assessed);
}

void members(JsonWriter& json, const LicenseCoverage& licenses) {
  json.add("packages", licenses.packages);
  json.add("packages_unknown", licenses.packages_unknown);
  json.add("files", licenses.files);
  json.add("files_unknown", licenses.files_unknown);
}

void members(JsonWriter& json, const Coverage& coverage) {
  json.add("files_discovered", coverage.files_discovered);
  json.add("files_read", coverage.files_read);
  json.add("bytes_read", coverage.bytes_read);
  write(json, "files_skipped", coverage.files_skipped);
  json.open("scanners", k_object);
  for (const auto& [name, scanner] : coverage.scanners) write_object(json, name, scanner);
  json.close();
  json.open("ecosystems", k_object);
  for (const auto& [name, ecosystem] : coverage.ecosystems) write_object(json, name, ecosystem);
  json.close();
  write_object(json, "licenses", coverage.licenses);
  json.add("manifests_found", coverage.manifests_found);
  json.add("manifests_resolved", coverage.manifests_resolved);
  json.add("commits_examined", coverage.commits_examined);
  json.add("blobs_examined", coverage.blobs_examined);
}

void members(JsonWriter& json, const ControlResult& control) {
  json.add("id", control.id);
  json.add("name", control.name);
  json.add("category", control.category);
  json.add("description", control.description);
  json.add("check_type", control.check_type);
  json.add("state", to_text(control.state));
  json.add("reason", control.reason);
  json.add("finding_ids", control.finding_ids);
}

void members(JsonWriter& json, const FrameworkResult& framework) {
  json.add("name", framework.name);
  json.add("version", framework.version);
  json.add("score", framework.score);
  json.add("assessed_score", framework.assessed_score);
  json.add("coverage", framework.coverage);
  json.add("pass", framework.pass);
  json.add("partial", framework.partial);
  json.add("fail", framework.fail);
  json.add("not_assessed", framework.not_assessed);
  json.add("attested", framework.attested);
  json.add("not_applicable", framework.not_applicable);
  json.add("total", framework.total);
  write_array(json, "controls", framework.controls);
}

void members(JsonWriter& json, const ExecutiveSummary& summary) {
  json.add("overall_score", summary.overall_score);
  json.add("total_controls", summary.total_controls);
  json.add("passing", summary.passing);
  json.add("partial", summary.partial);
  json.add("failing", summary.failing);
  json.add("not_assessed", summary.not_assessed);
  json.add("posture", summary.posture);
  json.add("risk_areas", summary.risk_areas);
  json.add("recommendation", summary.recommendation);
}

void members(JsonWriter& json, const Scorecard& scorecard) {
  write_object(json, "executive_summary", scorecard.summary);
  json.open("frameworks", k_object);
  for (const auto& [key, framework] : scorecard.frameworks) write_object(json, key, framework);
  json.close();
}

void members(JsonWriter& json, const ScanInfo& scan) {
  json.add("id", scan.id);
  json.add("started_at", scan.started_at);
  json.add("finished_at", scan.finished_at);
  json.add_or_null("commit", scan.commit);
  json.add_or_null("branch", scan.branch);
  json.add("dirty", scan.dirty);
  json.add("command", scan.command);
  json.add("types", scan.types);
}

void members(JsonWriter& json, const ProjectInfo& project) {
  json.add("id", project.id);
  json.add("name", project.name);
}

// How many there are of each of `all`, also where there are none.
template <class Key, std::size_t Size>
void write_counts(JsonWriter& json, std::string_view key, const std::map<Key, std::uint64_t>& counts,
                  const std::array<Key, Size>& all) {
  json.open(key, k_object);
  for (const Key each : all) {
    const auto count = counts.find(each);
    json.add(to_text(each), count == counts.end() ? 0 : count->second);
  }
  json.close();
}

void members(JsonWriter& json, const Summary& summary) {
  json.add("open", summary.open);
  json.add("suppressed", summary.suppressed);
  json.add("baseline", summary.baseline);
  write_counts(json, "by_severity", summary.by_severity,
               std::array{Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::info});
  write_counts(json, "by_type", summary.by_type,
               std::array{FindingType::sast, FindingType::sca, FindingType::secrets, FindingType::iac,
                          FindingType::quality, FindingType::license});
}

bool sca_ran(const Coverage& coverage) {
  const auto sca = coverage.scanners.find("sca");
  return sca != coverage.scanners.end() && sca->second.ran;
}

void members(JsonWriter& json, const ScanReport& report) {
  json.add("schema_version", "1");
  json.open("tool", k_object);
  json.add("name", "codelake");
  json.add("version", k_version);
  json.close();
  write_object(json, "scan", report.scan);
  write_object(json, "project", report.project);
  write_object(json, "summary", report.summary());
  write_array(json, "findings", report.findings);
  if (sca_ran(report.coverage)) write_array(json, "packages", report.packages);
  write_array(json, "notices", report.notices);
  write_object(json, "coverage", report.coverage);
  write_object(json, "compliance", report.scorecard);
}

template <class T>
void write_object(JsonWriter& json, const T& value) {
  json.open(k_object);
  members(json, value);
  json.close();
}

template <class T>
void write_object(JsonWriter& json, std::string_view key, const T& value) {
  json.open(key, k_object);
  members(json, value);
  json.close();
}

template <class T>
void write_array(JsonWriter& json, std::string_view key, const std::vector<T>& values) {
  json.open(key, k_array);
  for (const T& value : values) write_object(json, value);
  json.close();
}

template <class T>
std::string text_of(const T& value, int indent) {
  JsonWriter json(indent);
  write_object(json, value);
  return json.take();
}

}  // namespace

std::string json_text(const Finding& finding, int indent) { return text_of(finding, indent); }
std::string json_text(const Coverage& coverage, int indent) { return text_of(coverage, indent); }
std::string json_text(const Summary& summary, int indent) { return text_of(summary, indent); }
std::string json_text(const ExecutiveSummary& summary, int indent) { return text_of(summary, indent); }
std::string json_text(const FrameworkResult& framework, int indent) { return text_of(framework, indent); }

std::string json_text(const ScanReport& report, int indent) {
  constexpr std::size_t of_a_finding = 2048;  // on many lines, roughly; to grow by doubling would copy all of it
  constexpr std::size_t of_a_package = 1024;
  JsonWriter json(indent);
  json.reserve(report.findings.size() * of_a_finding + report.packages.size() * of_a_package);
  write_object(json, report);
  return json.take();
}

std::string json_text(const std::vector<Notice>& notices, int indent) {
  JsonWriter json(indent);
  json.open(k_array);
  for (const Notice& notice : notices) write_object(json, notice);
  json.close();
  return json.take();
}

nlohmann::ordered_json to_json(const Finding& finding) { return nlohmann::ordered_json::parse(json_text(finding)); }

std::string dump(const nlohmann::ordered_json& json, int indent) {
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace codelake
