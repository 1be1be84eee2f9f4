// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <string>

namespace codelake::test {

// A finding whose fingerprint begins with `mark` (hex digits).
inline Finding sample_finding(const std::string& mark, FindingType type = FindingType::sast,
                              Severity severity = Severity::high) {
  Finding finding;
  finding.rule_id = "python/sql-injection";
  finding.type = type;
  finding.severity = severity;
  finding.message = "A query is built from input.";
  finding.cwe = {89};
  finding.path = "src/" + mark + ".py";
  finding.range = {{3, 5, 40}, {3, 20, 55}};
  finding.snippet = "cursor.execute(query)";
  finding.fingerprint = mark + std::string(32 - mark.size(), '0');
  return finding;
}

// A whole scan of project "shop" by sast, sca and secrets, with one framework scored 50.
inline ScanReport sample_scan(const std::string& id, std::vector<Finding> findings) {
  ScanReport report;
  report.scan.id = "s_" + id;
  report.scan.started_at = "2026-04-26T10:00:00Z";
  report.scan.finished_at = "2026-04-26T10:00:09Z";
  report.scan.commit = "0123456789abcdef0123456789abcdef01234567";
  report.scan.branch = "main";
  report.scan.command = "codelake scan .";
  report.scan.types = {"sast", "sca", "secrets"};
  report.project = {"p_5ca1ab1e", "shop"};
  report.findings = std::move(findings);
  for (const auto name : {"sast", "sca", "secrets"}) report.coverage.scanners[name].ran = true;
  FrameworkResult framework;
  framework.key = "soc2";
  framework.name = "SOC 2 Type II";
  framework.version = "2017";
  framework.score = framework.assessed_score = 50;
  framework.coverage = 100;
  framework.pass = framework.fail = 1;
  framework.total = 2;
  ControlResult clean;
  clean.id = "CC6.1";
  clean.name = "No credentials in code";
  clean.category = "Access";
  clean.check_type = "secrets";
  clean.state = ControlState::pass;
  clean.reason = "no open finding; 60 rules over 10 files";
  ControlResult failing = clean;
  failing.id = "CC6.6";
  failing.name = "Protection at the boundary";
  failing.check_type = "sast_security";
  failing.state = ControlState::fail;
  failing.reason = "open findings: 1 high; 12 rules over 10 files (python)";
  framework.controls = {clean, failing};
  report.scorecard.frameworks["soc2"] = framework;
  report.scorecard.summary = {50, 2, 1, 0, 1, 0, "Moderate", {"Code security"}, "Address failing controls in soc2"};
  return report;
}

}  // namespace codelake::test
