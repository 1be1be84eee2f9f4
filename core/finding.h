// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"
#include "core/severity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

enum class FindingType { sast, sca, secrets, iac, quality, license };

std::string_view to_text(FindingType type);
std::optional<FindingType> finding_type_from(std::string_view text);

// One step of the way from a source to a sink, in order.
struct TraceStep {
  std::string path;
  Range range;
  std::string message;
  std::string snippet = {};  // the first line of the range, capped; a secret in it is masked
};

// The part of a finding of type sca or license.
struct PackageDetail {
  std::string ecosystem;  // OSV name: "npm", "PyPI" …
  std::string name;
  std::string version;
  std::string purl;
  std::vector<std::string> advisory_ids;   // the whole alias group, the preferred id first
  std::optional<double> severity_score;    // CVSS base score, 0–10
  std::string fixed_version;               // the smallest; empty when none is known
  std::vector<std::string> path;           // from a direct dependency to this package; empty when unknown
  std::string fixed_same_major{};          // the smallest that keeps the first number; empty when there is none
  std::string raise{};                     // the direct dependency to raise, "name@version"; empty when unknown
  std::string kind{};                      // vulnerability, malicious, unmaintained, unsound, notice; empty: not told
  std::vector<std::string> references{};   // URLs
  std::optional<double> epss{};            // probability of exploitation within 30 days, 0–1
  std::optional<double> epss_percentile{}; // share of all CVEs that score no higher, 0–1
  bool known_exploited = false;            // in the catalogue of exploited vulnerabilities
  std::string usage{};                     // "symbol named", "imported", "not imported"; empty: not looked at
  std::vector<std::string> imported_at{};  // "path:line" of the first imports
  std::string license{};                   // of a license finding: the SPDX expression
  std::string vex_status{};                // not_affected, fixed, affected, under_investigation; empty: no statement
  std::string vex_reason{};                // why, and where that is stated
};

enum class Verification { verified, plausible, failed };
std::string_view to_text(Verification verification);

// One place where a secret stands.
struct SecretPlace {
  std::string path;
  Range range;
  std::string commit;  // that brought it there, in hex; empty: the work tree
  std::string author{};  // of the commit: "Name <address>"
  std::string date{};    // of the commit: RFC 3339 UTC
};

// The part of a finding of type secrets. Never holds more than the first four characters of the secret.
struct SecretDetail {
  std::string provider;
  std::string redacted;
  Verification verification = Verification::plausible;
  std::vector<SecretPlace> places;  // all of them, the finding's own first
  std::optional<bool> in_head{};    // whether it stands in the tree of HEAD; std::nullopt when no history was looked at
};

// The part of a finding of type iac.
struct ResourceDetail {
  std::string address;
  std::string type;
};

// Why a finding does not count: who said so, and the reason they gave.
struct Suppression {
  enum class Kind { in_source, configuration, baseline };
  Kind kind = Kind::in_source;
  std::string reason;
};

// What a scanner reports; a value. Two findings of one report never share a fingerprint.
struct Finding {
  std::string rule_id;
  FindingType type = FindingType::sast;
  Severity severity = Severity::medium;
  Confidence confidence = Confidence::medium;
  std::string message;
  std::vector<int> cwe;
  std::string path;          // relative to the scanned root, with '/'
  Range range;
  std::string snippet;       // the lines of the range, capped; a secret in them is masked
  std::vector<TraceStep> trace;
  std::string fix;           // what to do, or the text to put in place; empty when unknown
  std::optional<std::string> replacement{};  // what can stand in place of the range; std::nullopt: no rule knows
  std::string symbol;        // enclosing function, class or resource: part of the fingerprint
  std::string fingerprint;   // hex; set by the scan, see core/fingerprint.h
  std::string identity;      // what the fingerprint is made of besides rule, path and symbol; never leaves the process
  std::optional<PackageDetail> package;
  std::optional<SecretDetail> secret;
  std::optional<ResourceDetail> resource;
  std::optional<Suppression> suppression;

  // "f_" and the first twelve hex digits of the fingerprint.
  std::string id() const;
  // "open", "suppressed" (in source or configuration) or "baseline".
  std::string_view status() const;
};

// The one order of findings in every report: path, line, column, rule, fingerprint.
bool report_order(const Finding& a, const Finding& b);

}  // namespace codelake
