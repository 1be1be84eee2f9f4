// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/history.h"
#include "cli/listing/table.h"
#include "cli/output.h"

#include <nlohmann/json.hpp>

namespace codelake::cli::audit_log {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const store::AuditEntry& entry) {
  return {{"id", entry.number},      {"at", entry.at},           {"action", entry.action},
          {"actor", entry.actor},    {"subject", entry.subject}, {"details", stored_json(entry.details_json)},
          {"hash", entry.hash}};
}

class AuditLogCommand final : public Command {
 public:
  std::string_view name() const override { return "audit-log"; }
  std::string_view summary() const override { return "List or verify the log of changes to the compliance settings"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_options.add_format(app);
    CLI::App* list = app.add_subcommand("list", "List entries, the newest first");
    m_options.add_page(*list);
    list->fallthrough();
    m_verify = app.add_subcommand("verify", "Check that no entry was changed or removed");
    m_verify->fallthrough();
  }

  Result<ExitCode> run(const Environment& environment) override {
    auto history = TRY(open_history(environment));
    const auto entries = TRY(history.audit_log(m_options.limit, m_options.offset));
    if (entries.empty()) return fail(ErrorKind::no_data, "reading the audit log", "", "it holds no entry");
    return m_verify->parsed() ? verify(history) : list(entries);
  }

 private:
  Result<ExitCode> list(const std::vector<store::AuditEntry>& entries) {
    if (m_options.json()) {
      Json array = Json::array();
      for (const auto& entry : entries) array.push_back(json_of(entry));
      return write_json({{"entries", std::move(array)}, {"limit", m_options.limit}, {"offset", m_options.offset}});
    }
    Table table({{"NUMBER", true}, {"AT"}, {"ACTION"}, {"ACTOR"}, {"SUBJECT"}, {"DETAILS"}});
    for (const auto& entry : entries) {
      table.add({std::to_string(entry.number), short_time(entry.at), entry.action, entry.actor, entry.subject,
                 entry.details_json});
    }
    TRY(write_out(table.text(0)));
    return ExitCode::clean;
  }

  Result<ExitCode> verify(store::Store& history) {
    const auto altered = TRY(history.first_altered_audit_entry());
    if (m_options.json()) {
      TRY(write_json({{"intact", !altered}, {"first_altered", altered ? Json(*altered) : Json(nullptr)}}));
    } else {
      TRY(write_out(altered ? "the audit log was altered at entry " + std::to_string(*altered) + "\n"
                            : std::string("no entry was changed or removed\n")));
    }
    return altered ? ExitCode::findings : ExitCode::clean;
  }

  ListingOptions m_options;
  CLI::App* m_verify = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<AuditLogCommand>(); }

}  // namespace codelake::cli::audit_log
