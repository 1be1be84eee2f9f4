// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/regex.h"
#include "core/result.h"
#include "scanners/secrets/rule/rule.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// What a rule's own conditions are judged by.
struct Occurrence {
  std::string_view path;
  std::string_view secret;
  std::string_view match;
  std::string_view line;
};

// Occurrences a rule's author does not mean.
struct Allowlist {
  enum class Target { secret, match, line };
  Target target = Target::secret;
  bool all = false;  // every kind of condition that is given must hold, not one of them
  std::vector<Regex> regexes;
  std::vector<Regex> paths;
  std::vector<std::string> stopwords;  // lower case, in the secret
  std::vector<std::string> rules;      // only for these; empty: for all

  bool is_for(std::string_view rule) const;
  bool holds(const Occurrence& occurrence) const;
};

// In which files a rule is meant, and what it leaves out.
struct Conditions {
  std::vector<Regex> path;  // empty, or the one the path must match
  std::vector<Allowlist> allowlists;

  bool admit(const Occurrence& occurrence) const;
};

struct ForeignRules {
  std::vector<Rule> rules;
  std::vector<Rule> file_rules;                               // without an expression: whole files, by their path
  std::map<std::string, Conditions, std::less<>> conditions;  // by rule id; not every rule has some
  std::vector<Allowlist> everywhere;                          // for the rules of others as well
};

// The rules of a TOML file in the format of gitleaks: [[rules]] with id, description, regex, secretGroup, entropy, path,
// keywords and allowlists, and the [allowlist] or [[allowlists]] of the whole file, with targetRules. Keywords and commits
// are read and not needed: they only save time, or leave out more. A file that extends their default rules stands beside
// ours: its allowlists hold for ours too, and it need not have rules of its own. What would change what is found and is
// not supported is an error that names line and key.
Result<ForeignRules> read_foreign_rules(std::string_view text, const std::string& name);

}  // namespace codelake::secrets
