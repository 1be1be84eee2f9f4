// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "core/file.h"
#include "store/migrate.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace codelake::store {

namespace {

constexpr std::array<std::string_view, 4> k_outbox_states = {"queued", "sending", "delivered", "failed"};

constexpr std::string_view k_project_columns = R"(
  SELECT p.number, p.id, p.name, p.remote, (SELECT count(*) FROM scans WHERE project = p.number),
         coalesce(s.id, ''), coalesce(s.finished_at, ''),
         (SELECT count(*) FROM findings WHERE project = p.number AND status = 'open'),
         (SELECT CASE WHEN assessed THEN overall_score END FROM scans WHERE project = p.number AND whole
          ORDER BY number DESC LIMIT 1)
  FROM projects p LEFT JOIN scans s ON s.number = (SELECT max(number) FROM scans WHERE project = p.number))";

constexpr std::string_view k_scan_columns = R"(
  SELECT s.number, s.id, p.number, p.id, p.name, s.started_at, s.finished_at, s.commit_id, s.branch, s.dirty, s.whole,
         s.command, s.types, s.tool, s.open_findings, CASE WHEN s.assessed THEN s.overall_score END, s.summary
  FROM scans s JOIN projects p ON p.number = s.project)";

constexpr std::string_view k_finding_columns = R"(
  SELECT f.fingerprint, p.name, f.rule, f.type, f.severity, f.status, f.path, f.line, f.message,
         a.id, a.finished_at, z.id, z.finished_at, b.body
  FROM findings f JOIN projects p ON p.number = f.project JOIN scans a ON a.number = f.first_seen_scan
       JOIN scans z ON z.number = f.last_seen_scan JOIN bodies b ON b.number = f.body)";

std::optional<int> score_of(const Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return static_cast<int>(row.number(column));
}

ProjectRecord project_of(const Row& row) {
  return {row.number(0), row.text(1), row.text(2),   row.text(3),     row.number(4),
          row.text(5),   row.text(6), row.number(7), score_of(row, 8)};
}

ScanRecord scan_of(const Row& row) {
  ScanRecord scan;
  scan.number = row.number(0);
  scan.id = row.text(1);
  scan.project_number = row.number(2);
  scan.project_id = row.text(3);
  scan.project = row.text(4);
  scan.started_at = row.text(5);
  scan.finished_at = row.text(6);
  scan.commit = row.text(7);
  scan.branch = row.text(8);
  scan.dirty = row.number(9) != 0;
  scan.whole = row.number(10) != 0;
  scan.command = row.text(11);
  scan.types_json = row.text(12);
  scan.tool = row.text(13);
  scan.open_findings = row.number(14);
  scan.overall_score = score_of(row, 15);
  scan.summary_json = row.text(16);
  return scan;
}

FindingRecord finding_of(const Row& row) {
  FindingRecord finding;
  finding.fingerprint = row.text(0);
  finding.id = "f_" + finding.fingerprint.substr(0, 12);
  finding.project = row.text(1);
  finding.rule = row.text(2);
  finding.type = row.text(3);
  finding.severity = static_cast<Severity>(row.number(4));
  finding.status = row.text(5);
  finding.path = row.text(6);
  finding.line = row.number(7);
  finding.message = row.text(8);
  finding.first_seen_scan = row.text(9);
  finding.first_seen_at = row.text(10);
  finding.last_seen_scan = row.text(11);
  finding.last_seen_at = row.text(12);
  finding.body_json = row.text(13);
  return finding;
}

// A condition "every column given fits", built up value by value.
struct Condition {
  std::string text = " WHERE 1";
  Values values;

  void add(std::string_view before, Value value) {
    values.push_back(std::move(value));
    text += " AND " + std::string(before) + "?" + std::to_string(values.size());
  }
};

// The GLOB pattern in which only '*' keeps its special meaning.
std::string glob_of(std::string_view wildcard) {
  std::string glob;
  for (const char c : wildcard) {
    const bool special = c == '?' || c == '[' || c == ']';
    glob += special ? std::string{'[', c, ']'} : std::string(1, c);
  }
  return glob;
}

Condition condition_of(const FindingFilter& filter) {
  Condition condition;
  if (!filter.project.empty()) condition.add("p.name = ", filter.project);
  if (!filter.status.empty()) condition.add("f.status = ", filter.status);
  if (filter.severity) condition.add("f.severity = ", static_cast<std::int64_t>(*filter.severity));
  if (filter.type) condition.add("f.type = ", std::string(to_text(*filter.type)));
  if (!filter.rule.empty()) condition.add("f.rule GLOB ", glob_of(filter.rule));
  return condition;
}

std::string without_prefix(const std::string& id, std::string_view prefix) {
  return id.starts_with(prefix) ? id.substr(prefix.size()) : id;
}

Failure ambiguous(std::string_view what, const std::string& id) {
  return fail(Error{ErrorKind::usage, "looking up the " + std::string(what), id, "several begin like this",
                    "write more characters of it"});
}

bool is_hex(std::string_view text) { return text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

}  // namespace

std::string_view to_text(OutboxState state) { return k_outbox_states.at(static_cast<std::size_t>(state)); }

Result<Store> Store::open(const std::string& path, std::string now) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (!folder.empty()) TRY(make_directory(folder));
  Database database = TRY(Database::open(path, true));
  TRY(migrate(database, migrations()));
  return Store(std::move(database), std::move(now));
}

Result<Store> Store::open_existing(const std::string& path, std::string now) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return fail(Error{ErrorKind::no_data, "opening the database", path, "there is none yet",
                      "scan a project first: codelake scan"});
  }
  return open(path, std::move(now));
}

Result<std::vector<ProjectRecord>> Store::projects() {
  std::vector<ProjectRecord> all;
  TRY(m_database.run(std::string(k_project_columns) + " ORDER BY p.name", {},
                     [&](const Row& row) { all.push_back(project_of(row)); }));
  return all;
}

Result<std::optional<ProjectRecord>> Store::project(const std::string& name_or_id) {
  std::optional<ProjectRecord> found;
  TRY(m_database.run(std::string(k_project_columns) + " WHERE p.name = ?1 OR p.id = ?1 ORDER BY p.name = ?1", {name_or_id},
                     [&](const Row& row) { found = project_of(row); }));
  return found;
}

Result<std::vector<ScanRecord>> Store::scans_where(const std::string& where, const Values& values) {
  std::vector<ScanRecord> all;
  TRY(m_database.run(std::string(k_scan_columns) + where, values,
                     [&](const Row& row) { all.push_back(scan_of(row)); }));
  return all;
}

Result<std::vector<ScanRecord>> Store::scans(const std::string& project, int limit, int offset) {
  return scans_where(" WHERE ?1 = '' OR p.name = ?1 ORDER BY s.number DESC LIMIT ?2 OFFSET ?3",
                     {project, std::int64_t{limit}, std::int64_t{offset}});
}

Result<std::optional<ScanRecord>> Store::scan(const std::string& id) {
  const std::string begin = "s_" + without_prefix(id, "s_");
  auto exact = TRY(scans_where(" WHERE s.id = ?1", {begin}));
  if (!exact.empty()) return exact.front();
  auto found = TRY(scans_where(" WHERE substr(s.id, 1, length(?1)) = ?1 LIMIT 2", {begin}));
  if (found.size() > 1) return ambiguous("scan", id);
  if (found.empty()) return std::optional<ScanRecord>();
  return found.front();
}

Result<std::optional<ScanRecord>> Store::last_scan(const std::string& project) {
  auto found = TRY(scans(project, 1));
  if (found.empty()) return std::optional<ScanRecord>();
  return found.front();
}

Result<std::optional<ScanRecord>> Store::last_whole_scan(const std::string& project) {
  auto found = TRY(scans_where(" WHERE p.name = ?1 AND s.whole ORDER BY s.number DESC LIMIT 1", {project}));
  if (found.empty()) return std::optional<ScanRecord>();
  return found.front();
}

Result<FindingPage> Store::findings(const FindingFilter& filter) {
  Condition condition = condition_of(filter);
  FindingPage page;
  const std::string count = "SELECT count(*) FROM findings f JOIN projects p ON p.number = f.project" + condition.text;
  page.total = TRY(m_database.number(count, condition.values)).value_or(0);
  std::string sql = std::string(k_finding_columns) + condition.text;
  sql += " ORDER BY f.severity DESC, f.path, f.line, f.rule, f.fingerprint, p.name";
  condition.values.emplace_back(filter.limit);
  sql += " LIMIT ?" + std::to_string(condition.values.size());
  condition.values.emplace_back(filter.offset);
  sql += " OFFSET ?" + std::to_string(condition.values.size());
  TRY(m_database.run(sql, condition.values, [&](const Row& row) { page.findings.push_back(finding_of(row)); }));
  return page;
}

Result<std::optional<FindingRecord>> Store::finding(const std::string& id, const std::string& project) {
  const std::string begin = without_prefix(id, "f_");
  std::vector<FindingRecord> found;
  if (!begin.empty() && is_hex(begin)) {
    const std::string sql = std::string(k_finding_columns) +
                            " WHERE f.fingerprint >= ?1 AND f.fingerprint < ?1 || 'g' AND (?2 = '' OR p.name = ?2) LIMIT 2";
    TRY(m_database.run(sql, {begin, project}, [&](const Row& row) { found.push_back(finding_of(row)); }));
  }
  if (found.size() > 1) return ambiguous("finding", id);
  if (found.empty()) return std::optional<FindingRecord>();
  return found.front();
}

Result<ScoreRecord> Store::scores(const ScanRecord& scan) {
  ScoreRecord scores;
  TRY(m_database.run("SELECT executive_summary FROM scans WHERE number = ?1", {scan.number},
                     [&](const Row& row) { scores.executive_summary_json = row.text(0); }));
  TRY(m_database.run("SELECT framework, body FROM scores WHERE scan = ?1 ORDER BY framework", {scan.number},
                     [&](const Row& row) { scores.frameworks.emplace_back(row.text(0), row.text(1)); }));
  return scores;
}

Result<std::vector<TrendPoint>> Store::trend(const std::string& project, const std::string& framework, int days) {
  const std::string columns = framework.empty() ? "s.overall_score, s.overall_score, 0 FROM scans s"
                                                : "c.score, c.assessed_score, c.coverage FROM scans s JOIN scores c "
                                                  "ON c.scan = s.number AND c.framework = ?4";
  const std::string sql = "SELECT s.id, s.finished_at, s.commit_id, " + columns +
                          " JOIN projects p ON p.number = s.project WHERE p.name = ?1 AND s.whole AND (s.assessed OR ?4 <> '')"
                          " AND s.finished_at >= strftime('%Y-%m-%dT%H:%M:%SZ', ?2, '-' || ?3 || ' days')"
                          " ORDER BY s.finished_at, s.number";
  std::vector<TrendPoint> points;
  TRY(m_database.run(sql, {project, m_now, std::int64_t{days}, framework}, [&](const Row& row) {
    points.push_back({row.text(0), row.text(1), row.text(2), static_cast<int>(row.number(3)),
                      static_cast<int>(row.number(4)), static_cast<int>(row.number(5))});
  }));
  return points;
}

}  // namespace codelake::store
