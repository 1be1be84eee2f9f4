// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"
#include "store/database.h"
#include "store/records.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::store {

constexpr int k_findings_per_page = 1000;  // of a push

// The history on this machine: projects, scans, findings with their life, scores, what is to be pushed, and the audit
// log, in one SQLite file. Has no clock: `now` and every time are RFC 3339 in UTC ending in "Z". Two processes may use
// one file at once. Never holds a full secret.
class Store {
 public:
  // Opens the file, made with its folder when it does not exist, and brings it to the newest version.
  static Result<Store> open(const std::string& path, std::string now);
  // The same for reading what is there: no file is an error of kind no_data.
  static Result<Store> open_existing(const std::string& path, std::string now);

  // Keeps a scan: project, scan, findings, scores and its outbox row, in one transaction. Findings of the project that
  // a whole scan by the same scanner no longer reports become "fixed", unless their file could not be looked at.
  Result<void> save(const ScanReport& report);

  Result<std::vector<ProjectRecord>> projects();
  // By name or "p_…"; absent when there is none.
  Result<std::optional<ProjectRecord>> project(const std::string& name_or_id);
  // The newest first; of all projects when `project` is empty.
  Result<std::vector<ScanRecord>> scans(const std::string& project, int limit, int offset = 0);
  // By id or the beginning of one ("s_" may be left out). A beginning of several is an error.
  Result<std::optional<ScanRecord>> scan(const std::string& id);
  Result<std::optional<ScanRecord>> last_scan(const std::string& project);
  // The last that looked at the whole project: the only kind that is scored.
  Result<std::optional<ScanRecord>> last_whole_scan(const std::string& project);

  Result<FindingPage> findings(const FindingFilter& filter);
  // By id, fingerprint or the beginning of one; in every project when `project` is empty. Several are an error.
  Result<std::optional<FindingRecord>> finding(const std::string& id, const std::string& project);

  Result<ScoreRecord> scores(const ScanRecord& scan);
  // One point for each whole scan of the last `days` days, the oldest first; of the overall score when `framework` is
  // empty. Scans in which nothing was assessed have no overall score and no point.
  Result<std::vector<TrendPoint>> trend(const std::string& project, const std::string& framework, int days);

  // Takes the oldest item that is due, if any, and marks it as being sent until `lease_until`, after which another
  // process may take it. Here and in outbox(): of the project of this name only, of all when it is empty.
  Result<std::optional<OutboxItem>> take_due(const std::string& at, const std::string& lease_until,
                                             const std::string& project = "");
  Result<ScanPayload> payload(const std::string& scan_id);
  // JSON array of at most k_findings_per_page findings; `page` counts from 0. Empty array past the end.
  Result<std::string> payload_page(const std::string& scan_id, int page);
  Result<void> mark_created(const std::string& scan_id, const std::string& remote_scan_id);
  Result<void> mark_page(const std::string& scan_id, int pages_delivered, const std::string& lease_until);
  Result<void> mark_delivered(const std::string& scan_id);
  // Stays failed until `next_attempt_at`; for good when that is absent.
  Result<void> mark_failed(const std::string& scan_id, const std::string& error,
                           const std::optional<std::string>& next_attempt_at);
  // Makes what failed due at once (a new token, a new address): of one project, or of all when `project` is empty.
  Result<void> requeue_failed(const std::string& project = {});
  // All items, the oldest scan first.
  Result<std::vector<OutboxItem>> outbox(const std::string& project = "");

  // Appends one entry; its number and hash are filled in.
  Result<void> append(AuditEntry entry);
  // The newest first.
  Result<std::vector<AuditEntry>> audit_log(int limit, int offset = 0);
  // The number of the first entry that was changed, or that follows a gap; absent when all are as they were written.
  Result<std::optional<std::int64_t>> first_altered_audit_entry();

 private:
  Store(Database database, std::string now) : m_database(std::move(database)), m_now(std::move(now)) {}
  Result<void> each_item(const std::string& where, const Values& values, const std::function<void(OutboxItem)>& item);
  Result<std::vector<ScanRecord>> scans_where(const std::string& where, const Values& values);

  Database m_database;
  std::string m_now;
};

}  // namespace codelake::store
