// SPDX-License-Identifier: Apache-2.0
//
// The outbox: queued → sending → delivered, or failed and due again later. A sender takes an item with a lease; when it
// dies, the item is due again at the end of the lease and goes on at the page after the last one delivered.
#include "core/report_json.h"
#include "store/store.h"

#include <nlohmann/json.hpp>

namespace codelake::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view k_item_columns =
    "s.id, o.idempotency_key, o.state, o.attempts, o.next_attempt_at, o.last_error, o.remote_scan_id, o.pages_delivered";

constexpr std::string_view k_of_project = " JOIN projects p ON p.number = s.project WHERE (?1 = '' OR p.name = ?1)";
constexpr std::string_view k_of_scan = " WHERE scan = (SELECT number FROM scans WHERE id = ?1)";

OutboxItem item_of(const Row& row) {
  OutboxItem item;
  item.scan_id = row.text(0);
  item.idempotency_key = row.text(1);
  const std::string state = row.text(2);
  for (const OutboxState each : {OutboxState::sending, OutboxState::delivered, OutboxState::failed}) {
    if (state == to_text(each)) item.state = each;
  }
  item.attempts = static_cast<int>(row.number(3));
  item.next_attempt_at = row.text(4);
  item.last_error = row.text(5);
  item.remote_scan_id = row.text(6);
  item.pages_delivered = static_cast<int>(row.number(7));
  return item;
}

Failure no_such_scan(const std::string& scan_id) {
  return fail(ErrorKind::no_data, "loading a scan to push", scan_id, "no such scan in the database");
}

// Our own text, read back; absent when the database holds something else there.
Json read_back(const std::string& text) { return Json::parse(text, nullptr, false); }

}  // namespace

Result<void> Store::each_item(const std::string& where, const Values& values,
                              const std::function<void(OutboxItem)>& item) {
  return m_database.run("SELECT " + std::string(k_item_columns) + " FROM outbox o JOIN scans s ON s.number = o.scan" + where,
                        values, [&](const Row& row) { item(item_of(row)); });
}

Result<std::optional<OutboxItem>> Store::take_due(const std::string& at, const std::string& lease_until,
                                                    const std::string& project) {
  std::optional<OutboxItem> taken;
  const auto take = [&]() -> Result<void> {
    TRY(each_item(std::string(k_of_project) + " AND o.state <> 'delivered' AND o.next_attempt_at <= ?2 ORDER BY o.scan LIMIT 1",
                  {project, at}, [&](OutboxItem item) { taken = std::move(item); }));
    if (!taken) return {};
    taken->state = OutboxState::sending;
    taken->attempts += 1;
    taken->next_attempt_at = lease_until;
    return m_database.run("UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = ?2, updated_at = ?3" +
                              std::string(k_of_scan),
                          {taken->scan_id, lease_until, at});
  };
  TRY(m_database.in_transaction(take));
  return taken;
}

Result<ScanPayload> Store::payload(const std::string& scan_id) {
  ScanPayload payload;
  bool found = false;
  const std::string sql =
      "SELECT p.id, s.types, s.commit_id, s.branch, s.started_at, s.finished_at, s.tool, s.summary, s.coverage, "
      "s.executive_summary, (SELECT count(*) FROM scan_findings WHERE scan = s.number), s.number "
      "FROM scans s JOIN projects p ON p.number = s.project WHERE s.id = ?1";
  Json completion;
  std::int64_t number = 0;
  TRY(m_database.run(sql, {scan_id}, [&](const Row& row) {
    found = true;
    number = row.number(11);
    const auto findings = static_cast<int>(row.number(10));
    payload.pages = (findings + k_findings_per_page - 1) / k_findings_per_page;
    payload.scan_json = dump(Json{{"project_id", row.text(0)},
                                  {"types", read_back(row.text(1))},
                                  {"commit", row.text(2)},
                                  {"branch", row.text(3)},
                                  {"started_at", row.text(4)},
                                  {"finished_at", row.text(5)},
                                  {"tool", {{"name", "codelake"}, {"version", row.text(6)}}},
                                  {"status", "completed"}});
    completion = {{"summary", read_back(row.text(7))}, {"coverage", read_back(row.text(8))}};
    completion["compliance"]["executive_summary"] = read_back(row.text(9));
  }));
  if (!found) return no_such_scan(scan_id);
  Json& frameworks = completion["compliance"]["frameworks"];
  frameworks = Json::object();
  TRY(m_database.run("SELECT framework, body FROM scores WHERE scan = ?1 ORDER BY framework", {number},
                     [&](const Row& row) { frameworks[row.text(0)] = read_back(row.text(1)); }));
  payload.completion_json = dump(completion);
  return payload;
}

Result<std::string> Store::payload_page(const std::string& scan_id, int page) {
  std::string array = "[";
  TRY(m_database.run("SELECT b.body FROM scan_findings f JOIN bodies b ON b.number = f.body WHERE f.scan = (SELECT number "
                     "FROM scans WHERE id = ?1) AND f.place >= ?2 AND f.place < ?3 ORDER BY f.place",
                     {scan_id, std::int64_t{page} * k_findings_per_page, (std::int64_t{page} + 1) * k_findings_per_page},
                     [&](const Row& row) { array += (array.size() == 1 ? "" : ",") + row.text(0); }));
  return array + "]";
}

Result<void> Store::mark_created(const std::string& scan_id, const std::string& remote_scan_id) {
  return m_database.run("UPDATE outbox SET remote_scan_id = ?2, updated_at = ?3" + std::string(k_of_scan),
                        {scan_id, remote_scan_id, m_now});
}

Result<void> Store::mark_page(const std::string& scan_id, int pages_delivered, const std::string& lease_until) {
  return m_database.run(
      "UPDATE outbox SET pages_delivered = ?2, next_attempt_at = ?3, updated_at = ?4" + std::string(k_of_scan),
      {scan_id, std::int64_t{pages_delivered}, lease_until, m_now});
}

Result<void> Store::mark_delivered(const std::string& scan_id) {
  return m_database.run(
      "UPDATE outbox SET state = 'delivered', next_attempt_at = NULL, last_error = '', updated_at = ?2" +
          std::string(k_of_scan),
      {scan_id, m_now});
}

Result<void> Store::mark_failed(const std::string& scan_id, const std::string& error,
                                const std::optional<std::string>& next_attempt_at) {
  return m_database.run(
      "UPDATE outbox SET state = 'failed', last_error = ?2, next_attempt_at = ?3, updated_at = ?4" + std::string(k_of_scan),
      {scan_id, valid_utf8(error), next_attempt_at ? Value(*next_attempt_at) : Value(nullptr), m_now});
}

Result<void> Store::requeue_failed(const std::string& project) {
  return m_database.run("UPDATE outbox SET state = 'queued', next_attempt_at = ?2, updated_at = ?2 WHERE state = 'failed' "
                        "AND scan IN (SELECT s.number FROM scans s" + std::string(k_of_project) + ")",
                        {project, m_now});
}

Result<std::vector<OutboxItem>> Store::outbox(const std::string& project) {
  std::vector<OutboxItem> items;
  TRY(each_item(std::string(k_of_project) + " ORDER BY o.scan", {project}, [&](OutboxItem item) { items.push_back(std::move(item)); }));
  return items;
}

}  // namespace codelake::store
