// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/compliance/views.h"

#include "cli/listing/history.h"
#include "cli/listing/table.h"
#include "compliance/evaluate.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace codelake::cli::compliance {

namespace {

using codelake::compliance::baseline_recommendation;
using codelake::compliance::Control;
using codelake::compliance::Framework;
using codelake::compliance::is_enabled;
using Json = nlohmann::ordered_json;

bool is_disabled(const Framework& framework, const Control& control, const Config& config) {
  const auto disabled = config.disabled_controls.find(framework.key);
  if (disabled == config.disabled_controls.end()) return false;
  return std::find(disabled->second.begin(), disabled->second.end(), control.id) != disabled->second.end();
}

// "2026-04-26 10:00:09", as the reference document writes the time of the last scan.
std::string with_space(const std::string& time) {
  std::string text = time.substr(0, 19);
  if (text.size() > 10) text[10] = ' ';
  return text;
}

std::string text_in(const Json& json, const char* key) {
  const auto value = json.find(key);
  if (value == json.end() || value->is_null()) return "-";
  return value->is_string() ? value->get<std::string>() : value->dump();
}

}  // namespace

Result<const Framework*> Selection::framework(const std::string& key) const {
  std::vector<std::string> keys;
  for (const Framework& each : frameworks) {
    if (each.key == key) return &each;
    keys.push_back(each.key);
  }
  const auto nearest = nearest_word(key, keys);
  return fail(Error{ErrorKind::usage, "Unknown framework", key, {},
                    nearest ? "did you mean '" + *nearest + "'?" : "'codelake compliance frameworks' lists them"});
}

Json frameworks_json(const Selection& selection) {
  Json available = Json::array();
  Json legacy = Json::array();
  for (const Framework& framework : selection.frameworks) {
    Json entry = {{"key", framework.key},
                  {"name", framework.name},
                  {"description", framework.description},
                  {"control_count", framework.controls.size()},
                  {"custom", framework.custom},
                  {"enabled", is_enabled(selection.config, framework.key)}};
    legacy.push_back(entry);
    entry["requires_plan"] = nullptr;
    entry["plan_locked"] = false;
    entry["version"] = framework.version;
    available.push_back(std::move(entry));
  }
  const auto& enabled = selection.config.enabled_frameworks;
  return {{"available", std::move(available)},
          {"enabled_keys", enabled ? Json(*enabled) : Json(nullptr)},
          {"default_all_enabled", !enabled},
          {"frameworks", std::move(legacy)}};
}

std::string frameworks_text(const Selection& selection) {
  Table table({{"KEY"}, {"NAME"}, {"VERSION"}, {"CONTROLS", true}, {"ENABLED"}, {"DESCRIPTION"}});
  for (const Framework& framework : selection.frameworks) {
    table.add({framework.key, framework.name, framework.version, std::to_string(framework.controls.size()),
               is_enabled(selection.config, framework.key) ? "yes" : "no", framework.description});
  }
  return table.text(0);
}

Json controls_json(const Framework& framework, const Config& config) {
  Json controls = Json::array();
  int disabled = 0;
  for (const Control& control : framework.controls) {
    const auto recommendation = baseline_recommendation(control.check_type);
    const bool off = is_disabled(framework, control, config);
    disabled += off ? 1 : 0;
    controls.push_back({{"id", control.id},
                        {"name", control.name},
                        {"category", control.category},
                        {"description", control.description},
                        {"check_type", to_text(control.check_type)},
                        {"disabled", off},
                        {"recommendation", recommendation.level},
                        {"recommendation_reason", recommendation.reason},
                        {"pass_condition", control.pass_condition.text},
                        {"assessable", to_text(control.assessable)}});
  }
  return {{"framework_key", framework.key},
          {"framework_name", framework.name},
          {"custom", framework.custom},
          {"controls", std::move(controls)},
          {"disabled_count", disabled}};
}

std::string controls_text(const Framework& framework, const Config& config) {
  Table table({{"ID"}, {"CHECK"}, {"ADVICE"}, {"USED"}, {"NAME"}, {"DESCRIPTION"}});
  for (const Control& control : framework.controls) {
    table.add({control.id, std::string(to_text(control.check_type)),
               std::string(baseline_recommendation(control.check_type).level),
               is_disabled(framework, control, config) ? "no" : "yes", control.name, control.description});
  }
  return one_line(framework.name) + ", version " + one_line(framework.version) + "\n\n" + table.text(0);
}

Json score_json(const Scored& scored) {
  Json frameworks = Json::object();
  for (const auto& [key, body] : scored.scores.frameworks) frameworks[key] = stored_json(body);
  return {{"repo_id", scored.scan.project_number},
          {"repo_name", scored.scan.project},
          {"project_id", scored.scan.project_id},
          {"scan_id", scored.scan.id},
          {"evaluated_at", scored.scan.finished_at},
          {"last_scan", with_space(scored.scan.finished_at)},
          {"total_issues", scored.scan.open_findings},
          {"executive_summary", stored_json(scored.scores.executive_summary_json)},
          {"frameworks", std::move(frameworks)}};
}

std::string score_text(const Scored& scored) {
  const Json summary = stored_json(scored.scores.executive_summary_json);
  std::string text = one_line(scored.scan.project) + ", scan " + scored.scan.id + " of " +
                     short_time(scored.scan.finished_at) + ", " + "open findings: " +
                     std::to_string(scored.scan.open_findings) + "\n";
  text += "overall " + text_in(summary, "overall_score") + " (" + one_line(text_in(summary, "posture")) + "). " +
          one_line(text_in(summary, "recommendation")) + ".\n\n";
  Table table({{"FRAMEWORK"}, {"SCORE", true}, {"PASS", true}, {"PARTIAL", true}, {"FAIL", true}, {"NOT ASSESSED", true},
               {"CONTROLS", true}});
  bool anything_open = false;
  Table open({{"CONTROL"}, {"STATE"}, {"REASON"}});
  for (const auto& [key, body] : scored.scores.frameworks) {
    const Json framework = stored_json(body);
    table.add({key, text_in(framework, "score"), text_in(framework, "pass"), text_in(framework, "partial"),
               text_in(framework, "fail"), text_in(framework, "not_assessed"), text_in(framework, "total")});
    for (const Json& control : framework.value("controls", Json::array())) {
      const std::string state = text_in(control, "state");
      if (state == "pass") continue;
      open.add({key + " " + text_in(control, "id"), state, text_in(control, "reason")});
      anything_open = true;
    }
  }
  return text + table.text(0) + (anything_open ? "\n" + open.text(0) : "");
}

Json trend_json(const Trend& trend) {
  Json points = Json::array();
  for (const store::TrendPoint& point : trend.points) {
    Json entry = {{"scan_id", point.scan_id}, {"at", point.at}, {"commit", point.commit}, {"score", point.score}};
    if (!trend.framework.empty()) {
      entry["assessed_score"] = point.assessed_score;
      entry["coverage"] = point.coverage;
    }
    points.push_back(std::move(entry));
  }
  return {{"repo_id", trend.last_scan.project_number},
          {"repo_name", trend.last_scan.project},
          {"project_id", trend.last_scan.project_id},
          {"framework", trend.framework.empty() ? Json(nullptr) : Json(trend.framework)},
          {"days", trend.days},
          {"points", std::move(points)}};
}

std::string trend_text(const Trend& trend) {
  std::string text = one_line(trend.last_scan.project) + ", " +
                     (trend.framework.empty() ? "overall score" : trend.framework) + ", last " +
                     std::to_string(trend.days) + " days\n\n";
  std::vector<Column> columns = {{"SCAN"}, {"AT"}, {"COMMIT"}, {"SCORE", true}, {"CHANGE", true}};
  Table table(columns);
  int last = trend.points.empty() ? 0 : trend.points.front().score;
  for (const store::TrendPoint& point : trend.points) {
    const int change = point.score - last;
    table.add({point.scan_id, short_time(point.at), short_commit(point.commit), std::to_string(point.score),
               change == 0 ? "" : (change > 0 ? "+" : "") + std::to_string(change)});
    last = point.score;
  }
  return text + table.text(0);
}

}  // namespace codelake::cli::compliance
