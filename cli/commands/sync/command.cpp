// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "cli/listing/history.h"
#include "cli/output.h"
#include "core/config.h"
#include "core/report_json.h"
#include "sync/push.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace codelake::cli::sync {

namespace {

using store::OutboxItem;
using store::OutboxState;

std::string from_environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

Result<store::Store> open_store(const Environment& environment) {
  return store::Store::open_existing(environment.home + "/codelake.db", environment.now);
}

// The state as a person sees it: what failed for now is queued, what the server refused is failed.
std::string_view state_of(const OutboxItem& item) {
  if (item.state == OutboxState::failed && codelake::sync::is_waiting(item)) return to_text(OutboxState::queued);
  return to_text(item.state);
}

std::string line_of(const OutboxItem& item) {
  std::string line = fmt::format("{}  {}", item.scan_id, state_of(item));
  if (item.attempts > 0) line += fmt::format(", attempts {}, pages delivered {}", item.attempts, item.pages_delivered);
  if (item.attempts > 0 && !item.next_attempt_at.empty()) line += ", not before " + item.next_attempt_at;
  if (!item.last_error.empty()) line += ": " + item.last_error;
  return printable(line) + "\n";
}

std::map<std::string, std::size_t> counts_of(const std::vector<OutboxItem>& items) {
  std::map<std::string, std::size_t> counts = {{"queued", 0}, {"sending", 0}, {"delivered", 0}, {"failed", 0}};
  for (const OutboxItem& item : items) counts[std::string(state_of(item))] += 1;
  return counts;
}

std::string status_text(const std::vector<OutboxItem>& items) {
  const auto counts = counts_of(items);
  std::string text = fmt::format("{} queued, {} sending, {} failed, {} delivered\n", counts.at("queued"),
                                 counts.at("sending"), counts.at("failed"), counts.at("delivered"));
  for (const OutboxItem& item : items) {
    if (item.state != OutboxState::delivered) text += line_of(item);
  }
  return text;
}

std::string status_json(const std::vector<OutboxItem>& items) {
  const auto counts = counts_of(items);
  nlohmann::ordered_json json;
  for (const char* state : {"queued", "sending", "failed", "delivered"}) json[state] = counts.at(state);
  json["items"] = nlohmann::ordered_json::array();
  for (const OutboxItem& item : items) {
    json["items"].push_back({{"scan_id", item.scan_id},
                             {"state", state_of(item)},
                             {"attempts", item.attempts},
                             {"pages_delivered", item.pages_delivered},
                             {"remote_scan_id", valid_utf8(item.remote_scan_id)},
                             {"next_attempt_at", item.next_attempt_at},
                             {"last_error", valid_utf8(item.last_error)}});
  }
  return dump(json, 2) + "\n";
}

class SyncCommand final : public Command {
 public:
  std::string_view name() const override { return "sync"; }
  std::string_view summary() const override { return "Push stored scans to a server"; }

  void configure(CLI::App& app) override {
    app.require_subcommand(1);
    m_push = app.add_subcommand("push", "Deliver every queued scan; no source code leaves");
    m_push->add_option("--url", m_url, "Base URL of the server (else CODELAKE_URL, else sync.url of codelake.yaml)");
    m_push->add_flag("--retry-failed", m_retry_failed, "Try again what the server refused");
    m_push->footer("The token is taken from CODELAKE_TOKEN, else from sync.token of codelake.yaml.\n"
                   "A server that only codelake.yaml names gets the scans of this folder's project alone.\n"
                   "Exit codes: 0 everything is delivered, 2 something is still queued or was refused.");
    auto* status = app.add_subcommand("status", "Show what is queued, delivered and failed");
    status->add_option("--format", m_format, "text or json")->check(CLI::IsMember({"text", "json"}));
  }

  Result<ExitCode> run(const Environment& environment) override {
    return m_push->parsed() ? push(environment) : status(environment);
  }

 private:
  Result<ExitCode> push(const Environment& environment) {
    const Config config = TRY(load_config(environment.working_directory));
    const std::string chosen = m_url.empty() ? from_environment("CODELAKE_URL", "") : m_url;
    const std::string url = chosen.empty() ? config.server_url : chosen;
    const std::string own_token = from_environment("CODELAKE_TOKEN", "");
    const bool by_checkout = chosen.empty() && !config.server_url.empty();
    codelake::sync::PushOptions options;
    if (by_checkout) options.project = TRY(project_of_checkout(config, !own_token.empty(), environment));
    const auto server = TRY(codelake::sync::make_server(url, own_token.empty() ? config.server_token : own_token));
    store::Store store = TRY(open_store(environment));
    if (m_retry_failed) TRY(store.requeue_failed(options.project));
    const auto report = TRY(codelake::sync::push(store, server, codelake::sync::system_clock(), options));
    for (const std::string& message : report.messages) say(message);
    TRY(write_out(fmt::format("{} delivered, {} refused, {} still queued\n", report.delivered, report.refused,
                              report.still_queued)));
    return report.refused + report.still_queued == 0 ? ExitCode::clean : ExitCode::usage;
  }

  // A checkout is written by strangers: the server it names gets neither the token of the person who looks at it nor the
  // scans of other projects, and it cannot choose whose scans those are.
  static Result<std::string> project_of_checkout(const Config& config, bool has_own_token, const Environment& environment) {
    const auto refused = [&](const char* why) {
      return fail(Error{ErrorKind::usage, "preparing to push", config.path, why, "name the server with --url or CODELAKE_URL"});
    };
    if (has_own_token) {
      return refused("CODELAKE_TOKEN is not sent to a server that only the checkout's configuration names");
    }
    if (!config.project.empty()) return refused("the checkout's configuration names both the server and the project");
    return project_name("", environment);
  }

  Result<ExitCode> status(const Environment& environment) {
    store::Store store = TRY(open_store(environment));
    const std::vector<OutboxItem> items = TRY(store.outbox());
    TRY(write_out(m_format == "json" ? status_json(items) : status_text(items)));
    return ExitCode::clean;
  }

  CLI::App* m_push = nullptr;  // owned by its parent
  std::string m_url;
  bool m_retry_failed = false;
  std::string m_format = "text";
};

}  // namespace

std::unique_ptr<Command> make_command();
std::unique_ptr<Command> make_command() { return std::make_unique<SyncCommand>(); }

}  // namespace codelake::cli::sync
