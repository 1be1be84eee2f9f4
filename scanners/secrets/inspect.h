// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/regex.h"
#include "core/scanner.h"
#include "scanners/secrets/engine.h"
#include "scanners/secrets/keystore.h"
#include "scanners/secrets/rule/foreign_rules.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace codelake::secrets {

// A secret of one file with all its places there. Holds nothing its value could be read from.
struct FoundSecret {
  const Rule* rule = nullptr;
  std::string identity;  // keyed hash of the value
  std::string redacted;
  std::string snippet;  // the lines of the first place, masked
  std::string reasons;  // why a value of no known provider is believed; empty for the others
  Verification verification = Verification::plausible;
  Confidence confidence = Confidence::medium;
  std::vector<SecretPlace> places;
  std::optional<bool> in_head{};  // whether this sighting stands in HEAD; std::nullopt: not asked
};

// What files are looked at with; outlives the calls.
struct Inspection {
  std::vector<Engine> engines;
  std::map<std::string, Conditions, std::less<>> conditions;  // by rule id, of rules in a foreign format
  std::vector<Allowlist> everywhere;  // occurrences that no rule is meant for
  std::vector<Rule> file_rules;       // whole files, by the path in their conditions
  std::vector<Regex> allowed;  // values that match one are no findings
  std::unique_ptr<Keystores> keystores;  // look for these as well; null: not
  std::string settings;        // what is looked for besides rules, in words: for caches
  std::string fingerprint_key;
  Limits limits;
};

// The secrets of one text file, in the order of their first places. A limit that was hit is noted in
// `context`. To `matched` goes every rule that matched anything, noise or not; it may be null.
std::vector<FoundSecret> secrets_of(const SourceFile& file, const Inspection& inspection, ScanContext& context,
                                    std::vector<const Rule*>* matched = nullptr);

// The text of the file with every secret in it redacted; it has as many lines as before.
std::string masked_text(const SourceFile& file, const Inspection& inspection);

}  // namespace codelake::secrets
