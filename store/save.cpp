// SPDX-License-Identifier: Apache-2.0
//
// Saving a scan. A finding lives in a project under its fingerprint: the first scan that reports it begins its life,
// every later one moves `last_seen_scan`, and a whole scan that looked where it stood and does not report it ends it.
// Example: scan 1 reports a and b; scan 2, whole, reports b and c: a is fixed (last seen in scan 1), b lives, c begins.
// Had scan 2 been unable to read the file of a, or not run the scanner that found it, a would stay open.
// The body of a finding is kept once per content; scan_findings says which scan saw which body, so that every scan can
// be pushed as it was, however late.
#include "core/hash.h"
#include "core/report_json.h"
#include "core/version.h"
#include "store/store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace codelake::store {

namespace {

std::int64_t flag(bool value) { return value ? 1 : 0; }

// The scanner that reports findings of a type.
std::string scanner_of(FindingType type) {
  return std::string(to_text(type == FindingType::license ? FindingType::sca : type));
}

// One save; a thin walk through the tables in the order their references ask for.
class Saver {
 public:
  Saver(Database& database, const ScanReport& report, std::string now)
      : m_database(database), m_report(report), m_now(std::move(now)) {}

  Result<void> save() {
    TRY(save_project());
    TRY(save_scan());
    TRY(save_scores());
    TRY(save_findings());
    TRY(end_missing());
    return queue();
  }

 private:
  Result<void> save_project() {
    TRY(m_database.run("INSERT INTO projects (id, name, remote, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name) "
                       "DO UPDATE SET remote = excluded.remote",
                       {m_report.project.id, valid_utf8(m_report.project.name), valid_utf8(m_report.scan.remote), m_now}));
    m_project = TRY(m_database.number("SELECT number FROM projects WHERE name = ?1", {valid_utf8(m_report.project.name)}))
                    .value_or(0);
    return {};
  }

  Result<void> save_scan() {
    const ScanInfo& scan = m_report.scan;
    const Summary summary = m_report.summary();
    const ExecutiveSummary& executive = m_report.scorecard.summary;
    m_scan = TRY(m_database.number(
        "INSERT INTO scans (id, project, started_at, finished_at, commit_id, branch, dirty, command, types, whole, "
        "open_findings, overall_score, assessed, summary, coverage, notices, executive_summary, tool) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) RETURNING number",
        {scan.id, m_project, scan.started_at, scan.finished_at, scan.commit, valid_utf8(scan.branch), flag(scan.dirty),
         valid_utf8(scan.command), dump(nlohmann::ordered_json(scan.types)), flag(scan.whole),
         static_cast<std::int64_t>(summary.open), std::int64_t{executive.overall_score},
         flag(executive.total_controls > executive.not_assessed), json_text(summary),
         json_text(m_report.coverage), json_text(m_report.notices), json_text(executive), std::string(k_version)}))
                 .value_or(0);
    return {};
  }

  Result<void> save_scores() {
    Statement insert = TRY(m_database.prepare(
        "INSERT INTO scores (scan, framework, score, assessed_score, coverage, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    for (const auto& [key, framework] : m_report.scorecard.frameworks) {
      TRY(insert.run({m_scan, key, std::int64_t{framework.score}, std::int64_t{framework.assessed_score},
                      std::int64_t{framework.coverage}, json_text(framework)}));
    }
    return {};
  }

  Result<void> save_findings() {
    Statement add_body =
        TRY(m_database.prepare("INSERT INTO bodies (digest, body) VALUES (?1, ?2) ON CONFLICT (digest) DO UPDATE SET "
                               "digest = digest RETURNING number"));
    Statement add_finding = TRY(m_database.prepare(
        "INSERT INTO findings (project, fingerprint, rule, type, severity, status, path, line, message, body, "
        "first_seen_scan, last_seen_scan) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11) "
        "ON CONFLICT (project, fingerprint) DO UPDATE SET rule = excluded.rule, severity = excluded.severity, "
        "status = excluded.status, path = excluded.path, line = excluded.line, message = excluded.message, "
        "body = excluded.body, last_seen_scan = excluded.last_seen_scan RETURNING number"));
    Statement add_place =
        TRY(m_database.prepare("INSERT INTO scan_findings (scan, place, finding, body) VALUES (?1, ?2, ?3, ?4)"));
    std::int64_t place = 0;
    for (const Finding& finding : m_report.findings) {
      const std::string text = json_text(finding);
      std::int64_t body = 0;
      std::int64_t number = 0;
      TRY(add_body.run({sha256_hex(text), text}, [&](const Row& row) { body = row.number(0); }));
      TRY(add_finding.run({m_project, finding.fingerprint, valid_utf8(finding.rule_id), std::string(to_text(finding.type)),
                           static_cast<std::int64_t>(finding.severity), std::string(finding.status()),
                           valid_utf8(finding.path), std::int64_t{finding.range.start.line}, valid_utf8(finding.message),
                           body, m_scan},
                          [&](const Row& row) { number = row.number(0); }));
      TRY(add_place.run({m_scan, place++, number, body}));
    }
    return {};
  }

  // Whether this scan would have reported a finding of the type again, had it still been there.
  bool looked_for(FindingType type) const {
    const auto& scanners = m_report.coverage.scanners;
    const auto scanner = scanners.find(scanner_of(type));
    if (scanner == scanners.end() || !scanner->second.ran) return false;
    const auto& ecosystems = m_report.coverage.ecosystems;
    const bool packages_known = std::all_of(ecosystems.begin(), ecosystems.end(), [](const auto& each) {
      return each.second.assessed || each.second.packages == 0;
    });
    return scanner->first != "sca" || packages_known;
  }

  Result<void> end_missing() {
    if (!m_report.scan.whole) return {};
    std::set<std::string> not_looked_at;
    for (const Notice& notice : m_report.notices) {
      if (!notice.path.empty()) not_looked_at.insert(valid_utf8(notice.path));
    }
    Statement end = TRY(m_database.prepare("UPDATE findings SET status = 'fixed' WHERE number = ?1"));
    for (const FindingType type : {FindingType::sast, FindingType::sca, FindingType::secrets, FindingType::iac,
                                   FindingType::quality, FindingType::license}) {
      if (!looked_for(type)) continue;
      std::vector<std::int64_t> missing;
      TRY(m_database.run("SELECT number, path FROM findings WHERE project = ?1 AND type = ?2 AND last_seen_scan <> ?3 AND "
                         "status <> 'fixed'",
                         {m_project, std::string(to_text(type)), m_scan}, [&](const Row& row) {
                           if (not_looked_at.count(row.text(1)) == 0) missing.push_back(row.number(0));
                         }));
      for (const std::int64_t number : missing) TRY(end.run({number}));
    }
    return {};
  }

  // The key is made of the scan's id, so that sending the same scan again is known to be the same.
  Result<void> queue() {
    return m_database.run("INSERT INTO outbox (scan, idempotency_key, state, next_attempt_at, updated_at) VALUES (?1, ?2, "
                          "'queued', ?3, ?3)",
                          {m_scan, sha256_hex("codelake push " + m_report.scan.id).substr(0, 32), m_now});
  }

  Database& m_database;
  const ScanReport& m_report;
  std::string m_now;
  std::int64_t m_project = 0;
  std::int64_t m_scan = 0;
};

}  // namespace

Result<void> Store::save(const ScanReport& report) {
  return m_database.in_transaction([&] { return Saver(m_database, report, m_now).save(); });
}

}  // namespace codelake::store
