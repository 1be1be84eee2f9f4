// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/history.h"
#include "cli/listing/table.h"
#include "cli/output.h"
#include "reports/formats/text/printable.h"

#include <nlohmann/json.hpp>

namespace codelake::cli::findings {

namespace {

using Json = nlohmann::ordered_json;

// The finding as its last scan reported it, with its life beside it.
Json json_of(const store::FindingRecord& finding) {
  Json json = stored_json(finding.body_json);
  if (!json.is_object()) json = {{"id", finding.id}, {"fingerprint", finding.fingerprint}};
  json["status"] = finding.status;
  json["project"] = finding.project;
  json["first_seen"] = {{"scan", finding.first_seen_scan}, {"at", finding.first_seen_at}};
  json["last_seen"] = {{"scan", finding.last_seen_scan}, {"at", finding.last_seen_at}};
  return json;
}

std::string place_of(const store::FindingRecord& finding) { return finding.path + ":" + std::to_string(finding.line); }

std::string text_in(const Json& body, const char* key) {
  const auto value = body.find(key);
  return value != body.end() && value->is_string() ? value->get<std::string>() : std::string();
}

// Foreign text of several lines, each safe to show and indented.
std::string block(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    result += "    " + reports::text::printable(text.substr(at, end - at), 2000) + "\n";
    at = end + 1;
  }
  return result;
}

std::string text_of(const store::FindingRecord& finding) {
  const Json body = stored_json(finding.body_json);
  std::string text = std::string(to_text(finding.severity)) + "[" + one_line(finding.rule) + "] " + one_line(finding.message) + "\n";
  text += "  --> " + one_line(place_of(finding)) + "\n";
  if (const auto snippet = text_in(body, "snippet"); !snippet.empty()) text += "\n" + block(snippet);
  if (const auto fix = text_in(body, "fix"); !fix.empty()) text += "\nfix\n" + block(fix);
  text += "\nid           " + finding.id + "\nfingerprint  " + finding.fingerprint + "\n";
  text += "status       " + finding.status + "\nproject      " + one_line(finding.project) + "\n";
  text += "first seen   " + short_time(finding.first_seen_at) + " in " + finding.first_seen_scan + "\n";
  return text + "last seen    " + short_time(finding.last_seen_at) + " in " + finding.last_seen_scan + "\n";
}

class FindingsCommand final : public Command {
 public:
  std::string_view name() const override { return "findings"; }
  std::string_view summary() const override { return "List the findings in the history, or show one"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_options.add_format(app);
    m_options.add_project(app);
    CLI::App* list = app.add_subcommand("list", "List findings, the worst first");
    list->add_option("--status", m_filter.status, "open, suppressed, baseline or fixed")
        ->check(CLI::IsMember({"open", "suppressed", "baseline", "fixed"}));
    list->add_option("--severity", m_severity, "critical, high, medium, low or info")
        ->check(CLI::IsMember({"critical", "high", "medium", "low", "info"}));
    list->add_option("--type", m_type, "sast, sca, secrets, iac, quality or license")
        ->check(CLI::IsMember({"sast", "sca", "secrets", "iac", "quality", "license"}));
    list->add_option("--rule", m_filter.rule, "Rule id; '*' stands for any characters");
    m_options.add_page(*list);
    list->fallthrough();
    m_show = app.add_subcommand("show", "Show one finding");
    m_show->add_option("ID", m_id, "Id or fingerprint, or the beginning of one")->required();
    m_show->fallthrough();
  }

  Result<ExitCode> run(const Environment& environment) override {
    auto history = TRY(open_history(environment));
    return m_show->parsed() ? show(history) : list(environment, history);
  }

 private:
  Result<ExitCode> list(const Environment& environment, store::Store& history) {
    m_filter.project = TRY(scanned_project(m_options, environment, history));
    m_filter.severity = severity_from(m_severity);
    m_filter.type = finding_type_from(m_type);
    m_filter.limit = m_options.limit;
    m_filter.offset = m_options.offset;
    const auto page = TRY(history.findings(m_filter));
    if (m_options.json()) {
      Json array = Json::array();
      for (const auto& finding : page.findings) array.push_back(json_of(finding));
      return write_json({{"findings", std::move(array)},
                         {"total", page.total},
                         {"limit", m_options.limit},
                         {"offset", m_options.offset}});
    }
    TRY(write_out(table_of(page, environment)));
    return ExitCode::clean;
  }

  std::string table_of(const store::FindingPage& page, const Environment& environment) const {
    if (page.findings.empty()) return page.total == 0 ? "no finding fits\n" : "no more findings\n";
    Table table({{"SEVERITY"}, {"STATUS"}, {"ID"}, {"RULE"}, {"PLACE"}, {"MESSAGE"}});
    for (const auto& finding : page.findings) {
      table.add({std::string(to_text(finding.severity)), finding.status, finding.id, finding.rule, place_of(finding),
                 finding.message});
    }
    const auto shown = static_cast<std::int64_t>(page.findings.size());
    std::string text = table.text(environment.out_is_terminal ? environment.width : 0);
    text += std::to_string(shown) + " of " + std::to_string(page.total) + (page.total == 1 ? " finding" : " findings");
    const std::int64_t next = m_filter.offset + shown;
    return text + (next < page.total ? " (--offset " + std::to_string(next) + " for more)\n" : "\n");
  }

  Result<ExitCode> show(store::Store& history) {
    const auto finding = TRY(history.finding(m_id, m_options.project));
    if (!finding) {
      return fail(Error{ErrorKind::no_data, "looking up the finding", m_id, "there is none of this id",
                        "'codelake findings list' lists them"});
    }
    if (m_options.json()) return write_json(json_of(*finding));
    TRY(write_out(text_of(*finding)));
    return ExitCode::clean;
  }

  ListingOptions m_options;
  store::FindingFilter m_filter;
  std::string m_severity;
  std::string m_type;
  std::string m_id;
  CLI::App* m_show = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<FindingsCommand>(); }

}  // namespace codelake::cli::findings
