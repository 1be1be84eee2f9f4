// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/glob.h"
#include "core/license_policy.h"
#include "core/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codelake {

// One entry of `suppress`: every field that is given must fit a finding. At least one of rule, path, fingerprint and
// package is given, and a reason always.
struct SuppressionRule {
  std::string rule;          // rule id, '*' stands for any characters
  std::optional<Glob> path;
  std::string fingerprint;
  std::string package;       // "name" or "name@version"
  std::string reason;
  std::string expires;       // "YYYY-MM-DD", the last day it holds; empty: for ever
  std::uint32_t line = 0;    // in codelake.yaml, for notices
};

// codelake.yaml as a value; every field has its default when the file or key is absent.
struct Config {
  std::string path;  // the file it was read from; empty when there was none

  std::vector<FindingType> types;            // scan.types; empty: all
  std::vector<Glob> include;                 // scan.include; empty: everything
  std::vector<Glob> exclude;                 // scan.exclude
  std::uint64_t max_file_bytes = 16U << 20;  // scan.max_file_bytes

  std::vector<std::string> rule_paths;             // rules.paths, absolute
  std::vector<std::string> disabled_rules;         // rules.disable; '*' stands for any characters
  std::map<std::string, Severity> rule_severity;   // rules.severity

  std::vector<std::string> allowed_secrets;  // secrets.allow: regular expressions a secret's value may match

  std::vector<SuppressionRule> suppress;

  std::optional<std::vector<std::string>> enabled_frameworks;          // frameworks.enabled; absent: all
  std::map<std::string, std::vector<std::string>> disabled_controls;   // frameworks.disabled_controls.<key>

  std::uint64_t advisory_max_age_days = 30;  // sca.max_age_days: older advisories do not count as looked at
  std::vector<std::string> vex_paths;        // sca.vex: files of VEX statements, absolute

  LicensePolicy licenses;  // licenses.allow, .review, .deny; each entry as SPDX writes it

  std::optional<Severity> fail_on;    // policy.fail_on
  std::optional<int> fail_under;      // policy.fail_under, 0–100

  std::string project;       // project; empty: from the remote or the folder's name
  std::string server_url;    // sync.url
  std::string server_token;  // sync.token
};

// Parses codelake.yaml. An unknown key is an error that names the key, the line and the nearest known key. Relative
// paths in it are taken from the folder of `path`.
Result<Config> parse_config(std::string_view text, const std::string& path);

// Finds codelake.yaml in `directory` or the nearest folder above it, and parses it; the default when there is none.
Result<Config> load_config(const std::string& directory);

// Whether `text` fits `pattern`, in which '*' stands for any characters, others for themselves.
bool fits_wildcard(std::string_view pattern, std::string_view text);

// The candidate with the smallest edit distance (Levenshtein) to `word`, when it is close enough to be meant.
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace codelake
