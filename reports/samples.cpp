// SPDX-License-Identifier: Apache-2.0
#include "reports/samples.h"

#include "core/fingerprint.h"

#include <algorithm>

namespace codelake::reports {

namespace {

Range range(std::uint32_t line, std::uint32_t column, std::uint32_t end_line, std::uint32_t end_column) {
  return {{line, column, line * 40 + column}, {end_line, end_column, end_line * 40 + end_column}};
}

Finding finding(std::string rule, FindingType type, Severity severity, std::string message) {
  Finding made;
  made.rule_id = std::move(rule);
  made.type = type;
  made.severity = severity;
  made.confidence = Confidence::high;
  made.message = std::move(message);
  return made;
}

Finding injection() {
  Finding made = finding("python-sql-injection", FindingType::sast, Severity::critical,
                         "Text from the request becomes part of an SQL statement");
  made.cwe = {89};
  made.path = "app/orders.py";
  made.range = range(42, 12, 42, 70);
  made.snippet = "    return cursor.execute(\"SELECT * FROM orders WHERE id = \" + order)";
  made.trace = {{"app/views.py", range(10, 13, 10, 30), "read from the request", "    order = request.args[\"id\"]"},
                {"app/views.py", range(12, 5, 12, 24), "passed to find_order", "    find_order(order, 1)"},
                {"app/orders.py", range(42, 12, 42, 70), "executed", made.snippet}};
  made.fix = "Pass the value as a parameter: cursor.execute(\"... WHERE id = %s\", (order,))";
  made.symbol = "find_order";
  made.identity = "cursor.execute( $SQL + $X )";
  return made;
}

Finding weak_hash(std::uint32_t line) {
  Finding made = finding("python-weak-hash", FindingType::sast, Severity::medium, "MD5 is broken; it protects nothing");
  made.cwe = {327, 328};
  made.path = "app/orders.py";
  made.range = range(line, 10, line, line % 2 == 0 ? 17 : 19);
  made.snippet = "\thashlib.md5(" + std::string(line % 2 == 0 ? "\xE5\x90\x8D\xE5\x89\x8D" : "name") + ")";
  return made;
}

Finding long_call() {
  Finding made = finding("python-shell", FindingType::sast, Severity::high, "A shell runs what is put together here");
  made.cwe = {78};
  made.path = "tools/deploy.py";
  made.range = range(7, 1, 13, 2);
  made.snippet = "subprocess.run(\n    \"deploy \"\n    + target\n    + suffix,\n    shell=True,\n    check=True,\n)";
  made.symbol = "deploy";
  return made;
}

Finding vulnerable_package() {
  Finding made = finding("sca-vulnerable-package", FindingType::sca, Severity::high,
                         "lodash 4.17.15: prototype pollution in zipObjectDeep");
  made.cwe = {1321};
  made.path = "package-lock.json";
  made.range = range(120, 5, 124, 6);
  made.package = PackageDetail{"npm", "lodash", "4.17.15", "pkg:npm/lodash@4.17.15", {"GHSA-0000-0000-0001", "CVE-2020-0001"},
                               7.4, "4.17.20", {"grunt", "grunt-legacy-log", "lodash"}};
  made.fix = "Update lodash to 4.17.20 or later";
  return made;
}

Finding secret() {
  Finding made = finding("secrets-example-token", FindingType::secrets, Severity::critical, "A token of Example is in the code");
  made.cwe = {798};
  made.path = "config/settings.py";
  made.range = range(3, 10, 3, 30);
  made.snippet = "TOKEN = \"exam****************\"";
  made.identity = sample_secret();
  made.secret = SecretDetail{"example",
                             "exam****************",
                             Verification::plausible,
                             {{"config/settings.py", range(3, 10, 3, 30), ""},
                              {"config/old.py", range(8, 1, 8, 21), "0123456789abcdef0123456789abcdef01234567"},
                              {"docs/setup.md", range(21, 4, 21, 24), ""}}};
  return made;
}

Finding open_bucket() {
  Finding made = finding("terraform-public-bucket", FindingType::iac, Severity::high, "Anyone can read this bucket");
  made.cwe = {732};
  made.path = "infra/bucket.tf";
  made.range = range(5, 3, 5, 25);
  made.snippet = "  acl    = \"public-read\"";
  made.resource = ResourceDetail{"aws_s3_bucket.assets", "aws_s3_bucket"};
  return made;
}

Finding whole_project() {
  Finding made = finding("license-missing", FindingType::license, Severity::info, "No licence file was found");
  made.confidence = Confidence::low;
  return made;
}

Finding suppressed(Suppression::Kind kind, std::string reason, std::uint32_t line) {
  Finding made = weak_hash(line);
  made.path = "app/legacy.py";
  made.suppression = Suppression{kind, std::move(reason)};
  return made;
}

RuleInfo rule(const Finding& from, std::string title, std::string help) {
  RuleInfo info;
  info.id = from.rule_id;
  info.type = from.type;
  info.severity = from.severity;
  info.confidence = from.confidence;
  info.title = std::move(title);
  info.message = from.message;
  info.help = std::move(help);
  info.cwe = from.cwe;
  info.owasp = {"A03:2021"};
  info.references = {"https://example.com/rules/" + from.rule_id};
  info.bad_example = "bad()";
  info.good_example = "good()";
  return info;
}

Coverage coverage() {
  Coverage made;
  made.files_discovered = 1216;
  made.files_read = 1204;
  made.bytes_read = 5'400'000;
  made.files_skipped = {{"binary", 9}, {"too large", 3}};
  ScannerCoverage& sast = made.scanners["sast"];
  sast = {true, "", 640, 612, 4'100'000, {{"minified", 28}}, {}};
  sast.languages["python"] = {600, 2, 4'000'000, 312, 18, true};
  sast.languages["perl"] = {0, 0, 0, 0, 0, false};
  made.scanners["sca"] = {true, "", 3, 3, 900'000, {}, {}};
  made.scanners["secrets"] = {true, "", 1204, 1204, 5'400'000, {}, {}};
  made.scanners["iac"] = {false, "not built into this version", 0, 0, 0, {}, {}};
  made.ecosystems["npm"] = {310, 2, true};
  made.ecosystems["Hex"] = {4, 0, false};
  made.manifests_found = 3;
  made.manifests_resolved = 2;
  return made;
}

FrameworkResult framework(std::string key, std::string name, ControlState third) {
  FrameworkResult made;
  made.key = std::move(key);
  made.name = std::move(name);
  made.version = "2022";
  made.score = third == ControlState::pass ? 67 : 33;
  made.assessed_score = third == ControlState::pass ? 100 : 50;
  made.coverage = 67;
  made.pass = third == ControlState::pass ? 2 : 1;
  made.fail = third == ControlState::fail ? 1 : 0;
  made.not_assessed = 1;
  made.total = 3;
  made.controls = {{"1.1", "Code is scanned", "Process", "Scans run", "scan_recency", ControlState::pass, "scanned now", {}},
                   {"1.2", "No secrets", "Access", "No secret in code", "secrets", third, "1 critical secret", {}},
                   {"1.3", "Reviews", "Process", "Changes are reviewed", "pr_reviews", ControlState::not_assessed,
                    "no review data", {}}};
  return made;
}

Scorecard scorecard() {
  Scorecard made;
  made.frameworks["owasp"] = framework("owasp", "OWASP Top 10", ControlState::fail);
  made.frameworks["iso27001"] = framework("iso27001", "ISO/IEC 27001", ControlState::pass);
  made.summary = {50, 6, 3, 0, 1, 2, "Moderate", {"owasp 1.2"}, "Address failing controls in owasp"};
  return made;
}

void finish(ScanReport& report) {
  std::sort(report.findings.begin(), report.findings.end(), report_order);
  set_fingerprints(report.findings);
  std::sort(report.findings.begin(), report.findings.end(), report_order);
  std::sort(report.notices.begin(), report.notices.end());
}

ScanReport frame_of_report() {
  ScanReport report;
  report.scan = {"s_00112233", "2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", "/private/checkout",
                 "0123456789abcdef0123456789abcdef01234567", "main", "https://example.com/shop.git", true,
                 "codelake scan .", {"sast", "sca", "secrets"}};
  report.project = {"p_00112233", "shop"};
  return report;
}

}  // namespace

std::string sample_secret() { return "exam" + std::string("ple-of-a-secret-") + "value"; }

ScanReport sample_report() {
  ScanReport report = frame_of_report();
  report.findings = {injection(), long_call(), vulnerable_package(), secret(), open_bucket(), whole_project(),
                     suppressed(Suppression::Kind::in_source, "checksum only", 5),
                     suppressed(Suppression::Kind::configuration, "", 6),
                     suppressed(Suppression::Kind::baseline, "", 7)};
  for (std::uint32_t line = 50; line < 62; ++line) report.findings.push_back(weak_hash(line));
  report.rules = {rule(weak_hash(1), "Weak hash", "## Why\n\nCollisions in **MD5** are made in seconds.\n\nUse SHA-256."),
                  rule(injection(), "SQL injection",
                       "Whoever writes the request decides what the database does; this reads, changes and deletes "
                       "any row the program itself may touch, whatever the form in the browser allowed.\n\nMore.")};
  std::sort(report.rules.begin(), report.rules.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  Package package;
  package.ecosystem = "npm";
  package.name = "lodash";
  package.version = "4.17.15";
  package.direct_known = true;
  package.groups = {"prod"};
  package.purl = "pkg:npm/lodash@4.17.15";
  package.path = "package-lock.json";
  package.range = range(120, 5, 124, 6);
  report.packages = {package};
  report.notices = {{NoticeKind::partly_parsed, "sast", "app/old.py", "312 bytes from line 8 are no Python"},
                    {NoticeKind::too_large, "", "data/dump.sql", "90 MB, the limit is 16 MB"},
                    {NoticeKind::advisories, "sca", "", "no advisory data for Hex"}};
  for (int i = 10; i < 22; ++i) {
    report.notices.push_back({NoticeKind::unreadable, "", "locked/" + std::to_string(i), "permission denied"});
  }
  report.coverage = coverage();
  report.scorecard = scorecard();
  finish(report);
  return report;
}

ScanReport empty_report() {
  ScanReport report = frame_of_report();
  report.coverage.files_discovered = 3;
  report.coverage.files_read = 3;
  report.coverage.scanners["secrets"] = {true, "", 3, 3, 120, {}, {}};
  report.coverage.scanners["sca"] = {false, "no advisory database; run `codelake db update`", 0, 0, 0, {}, {}};
  return report;
}

ScanReport hostile_report() {
  ScanReport report = frame_of_report();
  const std::string red = "\x1b[31m";
  const std::string reordered = "\xE2\x80\xAEtxt.exe";
  report.project.name = red + "name\xFF";
  report.scan.branch = "x\xC3";
  report.scan.remote = "javascript:alert(1)";
  report.scan.command = "codelake scan \"" + red + "\"";
  Finding made = injection();
  made.path = "a b/" + red + "\n#?%:\xFF" + reordered;
  made.message = "=cmd|' /C calc'!A0" + red + "\r\nsecond, \"line\"\x07\xC2\x9B";
  made.snippet = red + std::string(20'000, 'a') + "x" + std::string(20'000, '\t');
  made.range = range(1, 20'001, 1, 30'000);
  made.fix = std::string(50'000, 'w') + " " + reordered;
  made.trace.resize(1500, {red, range(9, 9, 1, 1), red, red});
  report.findings.push_back(made);
  for (const char first : std::string_view("+-@\t\r")) {
    made = weak_hash(3);
    made.path = std::string(1, first) + "SUM(1)";
    made.range = {{0, 0, 0}, {0, 0, 0}};
    report.findings.push_back(made);
  }
  made = secret();
  made.path = "/absolute/../x";
  made.range = range(4'000'000'000U, 4'000'000'000U, 1, 1);
  made.secret->places.resize(3000, {"\xFF" + red, range(1, 1, 1, 1), red});
  report.findings.push_back(made);
  made = vulnerable_package();
  made.package = PackageDetail{red, red, "\xFF", red, std::vector<std::string>(500, red), 1e300, red, {red, red}};
  made.cwe = std::vector<int>(100, 79);
  report.findings.push_back(made);
  report.findings.emplace_back();
  report.notices.resize(5000, {NoticeKind::limit, red, red, red + reordered});
  report.coverage.files_skipped[red] = 1;
  report.coverage.scanners[red].not_run_reason = red;
  report.scorecard.frameworks[red].name = red;
  finish(report);
  return report;
}

ScanReport large_report(std::size_t count) {
  ScanReport report = sample_report();
  for (std::size_t i = 0; i < count; ++i) {
    Finding made = i % 3 == 0 ? injection() : weak_hash(static_cast<std::uint32_t>(i % 500 + 1));
    made.path = "src/" + std::to_string(i / 20) + ".py";
    report.findings.push_back(std::move(made));
  }
  finish(report);
  return report;
}

std::vector<std::pair<std::string, ScanReport>> all_samples() {
  return {{"sample", sample_report()}, {"empty", empty_report()}, {"nothing", ScanReport{}},
          {"hostile", hostile_report()}, {"large", large_report(30'000)}};
}

}  // namespace codelake::reports
