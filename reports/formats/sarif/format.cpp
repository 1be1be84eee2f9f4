// SPDX-License-Identifier: Apache-2.0
//
// SARIF 2.1.0 (OASIS, with errata 01), one run, inside the limits of GitHub code scanning: 25,000 results, 20 tags of
// a rule, 1,000 locations of a result. Of more results the worst are kept, and a notification says how many are not.
#include "reports/format.h"

#include "core/report_json.h"
#include "core/version.h"
#include "reports/formats/sarif/results.h"
#include "reports/formats/sarif/rules.h"
#include "reports/formats/sarif/uri.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace codelake::reports::sarif {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_results_max = 25'000;
constexpr std::size_t k_notifications_per_kind_max = 1000;
constexpr const char* k_schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// The findings a run may hold, in report order.
std::vector<const Finding*> kept(const std::vector<Finding>& findings) {
  std::vector<const Finding*> all;
  for (const Finding& finding : findings) all.push_back(&finding);
  if (all.size() <= k_results_max) return all;
  std::stable_sort(all.begin(), all.end(),
                   [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  all.resize(k_results_max);
  std::sort(all.begin(), all.end());  // addresses in one vector: report order again
  return all;
}

std::string_view level_of(NoticeKind kind) {
  if (kind == NoticeKind::internal) return "error";
  return kind == NoticeKind::suppression || kind == NoticeKind::skipped ? "note" : "warning";
}

Json notification(NoticeKind kind, const std::string& message) {
  return {{"descriptor", {{"id", to_text(kind)}}}, {"level", level_of(kind)}, {"message", {{"text", valid_utf8(message)}}}};
}

Json notification(const Notice& notice) {
  const std::string scanner = notice.scanner.empty() ? "" : notice.scanner + ": ";
  Json json = notification(notice.kind, scanner + notice.message);
  if (!notice.path.empty()) {
    Json location = {{"physicalLocation", physical_location(notice.path, {}, {})}};
    location["physicalLocation"].erase("region");
    json["locations"] = Json::array({std::move(location)});
  }
  return json;
}

Json notifications(const ScanReport& report, std::size_t results_left_out) {
  Json array = Json::array();
  std::map<NoticeKind, std::size_t> seen;
  for (const Notice& notice : report.notices) {
    if (++seen[notice.kind] <= k_notifications_per_kind_max) array.push_back(notification(notice));
  }
  for (const auto& [kind, count] : seen) {
    if (count <= k_notifications_per_kind_max) continue;
    array.push_back(notification(kind, fmt::format("and {} more", count - k_notifications_per_kind_max)));
  }
  if (results_left_out > 0) {
    array.push_back(notification(
        NoticeKind::limit, fmt::format("{} of {} results, the least severe, are left out: code scanning takes {}",
                                       results_left_out, report.findings.size(), k_results_max)));
  }
  return array;
}

Json invocation(const ScanReport& report, std::size_t results_left_out) {
  const bool failed = std::any_of(report.notices.begin(), report.notices.end(),
                                  [](const Notice& notice) { return notice.kind == NoticeKind::internal; });
  Json json = {{"executionSuccessful", !failed}};
  if (!report.scan.command.empty()) json["commandLine"] = valid_utf8(report.scan.command);
  if (!report.scan.started_at.empty()) json["startTimeUtc"] = valid_utf8(report.scan.started_at);
  if (!report.scan.finished_at.empty()) json["endTimeUtc"] = valid_utf8(report.scan.finished_at);
  json["toolExecutionNotifications"] = notifications(report, results_left_out);
  return json;
}

// The kinds of notices the run uses, so that every `descriptor.id` stands in the tool.
Json notification_descriptors(const Json& notifications) {
  std::set<std::string> ids;
  for (const Json& one : notifications) ids.insert(one["descriptor"]["id"].get<std::string>());
  Json array = Json::array();
  for (const std::string& id : ids) array.push_back({{"id", id}});
  return array;
}

Json run_of(const ScanReport& report) {
  const std::vector<const Finding*> findings = kept(report.findings);
  const Rules rules(report, findings);
  Json invoked = invocation(report, report.findings.size() - findings.size());
  Json driver = {{"name", "codelake"}, {"semanticVersion", k_version}, {"rules", rules.descriptors()}};
  driver["notifications"] = notification_descriptors(invoked["toolExecutionNotifications"]);

  Json run = {{"tool", {{"driver", std::move(driver)}}}};
  run["automationDetails"] = {{"id", "codelake/" + valid_utf8(report.project.name) + "/"}};
  run["invocations"] = Json::array({std::move(invoked)});
  if (is_web_uri(report.scan.remote)) {
    Json control = {{"repositoryUri", report.scan.remote}};
    if (!report.scan.commit.empty()) control["revisionId"] = valid_utf8(report.scan.commit);
    if (!report.scan.branch.empty()) control["branch"] = valid_utf8(report.scan.branch);
    control["mappedTo"] = {{"uriBaseId", "%SRCROOT%"}};
    run["versionControlProvenance"] = Json::array({std::move(control)});
  }
  run["originalUriBaseIds"] = {{"%SRCROOT%", {{"description", {{"text", "The scanned folder."}}}}}};
  run["columnKind"] = "unicodeCodePoints";
  Json results = Json::array();
  for (const Finding* finding : findings) results.push_back(result_of(*finding, rules));
  run["results"] = std::move(results);
  return run;
}

class SarifFormat final : public Format {
 public:
  std::string_view name() const override { return "sarif"; }
  std::string_view description() const override { return "SARIF 2.1.0, for code scanning and editors"; }
  std::string write(const ScanReport& report, const Style&) const override {
    const Json log = {{"$schema", k_schema}, {"version", "2.1.0"}, {"runs", Json::array({run_of(report)})}};
    return dump(log, 1) + "\n";
  }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<SarifFormat>(); }

}  // namespace codelake::reports::sarif
