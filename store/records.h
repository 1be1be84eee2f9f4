// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/severity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codelake::store {

// What the store gives back; `…_json` members are JSON texts as the report has them (core/report_json.h).

struct ProjectRecord {
  std::int64_t number = 0;  // the integer id of the reference document
  std::string id;           // "p_…"
  std::string name;
  std::string remote;
  std::int64_t scans = 0;
  std::string last_scan_id;           // empty: no scan
  std::string last_scan_at;
  std::int64_t open_findings = 0;
  std::optional<int> overall_score;   // of the last whole scan; absent when nothing was assessed
};

struct ScanRecord {
  std::int64_t number = 0;
  std::string id;  // "s_…"
  std::int64_t project_number = 0;
  std::string project_id;
  std::string project;  // name
  std::string started_at;
  std::string finished_at;
  std::string commit;
  std::string branch;
  bool dirty = false;
  bool whole = true;
  std::string command;
  std::string types_json;
  std::string tool;  // version of codelake
  std::int64_t open_findings = 0;
  std::optional<int> overall_score;
  std::string summary_json;
};

struct FindingRecord {
  std::string id;  // "f_…"
  std::string fingerprint;
  std::string project;
  std::string rule;
  std::string type;
  Severity severity = Severity::medium;
  std::string status;  // open, suppressed, baseline or fixed
  std::string path;
  std::int64_t line = 0;
  std::string message;
  std::string first_seen_scan;
  std::string first_seen_at;
  std::string last_seen_scan;
  std::string last_seen_at;
  std::string body_json;
};

// Every field that is set must fit; pages are cut from the worst severity down, then by path and line.
struct FindingFilter {
  std::string project;  // name; empty: all
  std::string status;
  std::optional<Severity> severity;  // exactly this one
  std::optional<FindingType> type;
  std::string rule;  // '*' stands for any characters
  std::int64_t limit = 100;
  std::int64_t offset = 0;
};

struct FindingPage {
  std::vector<FindingRecord> findings;
  std::int64_t total = 0;  // that fit the filter
};

// The stored evaluation of one scan.
struct ScoreRecord {
  std::string executive_summary_json;
  std::vector<std::pair<std::string, std::string>> frameworks;  // key and JSON, by key
};

// One framework (or the overall score) at one scan.
struct TrendPoint {
  std::string scan_id;
  std::string at;
  std::string commit;
  int score = 0;
  int assessed_score = 0;  // equal to `score` for the overall one
  int coverage = 0;
};

enum class OutboxState { queued, sending, delivered, failed };
std::string_view to_text(OutboxState state);

// A scan on its way to a server.
struct OutboxItem {
  std::string scan_id;
  std::string idempotency_key;
  OutboxState state = OutboxState::queued;
  int attempts = 0;             // that were begun
  std::string next_attempt_at;  // empty: not by itself
  std::string last_error;
  std::string remote_scan_id;   // as the server named it; empty until it has
  int pages_delivered = 0;
};

// What is sent of a scan besides the pages of its findings.
struct ScanPayload {
  std::string scan_json;        // body of POST /v1/scans
  std::string completion_json;  // {summary, coverage, compliance}
  int pages = 0;                // of findings
};

struct AuditEntry {
  std::int64_t number = 0;  // set by the log
  std::string at;
  std::string action;       // "COMPLIANCE_CONTROLS_UPDATED"
  std::string actor;
  std::string subject;
  std::string details_json = "{}";
  std::string hash;         // set by the log; SHA-256 over the entry and the hash before it
};

}  // namespace codelake::store
