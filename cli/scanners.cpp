// SPDX-License-Identifier: Apache-2.0
#include "cli/scanners.h"

#include "core/check.h"
#include "scanners/all_scanners.h"

#include <algorithm>
#include <cstdlib>

namespace codelake::cli {

namespace {

// Fingerprints of secrets must be the same on every machine that shares a baseline, so the key is no secret of one
// machine; who wants one sets it for all of them (docs/decisions/0003).
constexpr const char* k_key_variable = "CODELAKE_FINGERPRINT_KEY";
constexpr std::string_view k_default_key = "codelake secret identity v1";

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Failure unknown_scanner(const std::string& word, const std::vector<std::string>& known) {
  std::string all;
  for (const auto& name : known) all += (all.empty() ? "" : ", ") + name;
  const auto nearest = nearest_word(word, known);
  return fail(Error{ErrorKind::usage, "choosing scanners", word, "there is no scanner of that name",
                    nearest ? "did you mean '" + *nearest + "'?" : "there are: " + all});
}

// What masks the words of the others.
constexpr std::string_view k_guard = "secrets";

Result<std::unique_ptr<Scanner>> guard_of(ScannerOptions options) {
  options.history.reset();
  options.rule_paths.clear();  // their mistakes are no matter of this scan
  options.builtin_rules = true;
  for (const ScannerMaker& maker : all_scanners()) {
    if (maker.name == k_guard) return maker.make(options);
  }
  return std::unique_ptr<Scanner>();
}

}  // namespace

ScannerOptions base_scanner_options(const Config& config, const Environment& environment) {
  ScannerOptions options;
  options.config = &config;
  options.limits.file_bytes_max = config.max_file_bytes;
  options.rule_paths = config.rule_paths;
  options.vex_paths = config.vex_paths;
  options.advisories_directory = environment.home + "/advisories";
  options.cache_directory = environment.cache;
  const char* key = std::getenv(k_key_variable);
  options.fingerprint_key = key != nullptr && *key != '\0' ? key : std::string(k_default_key);
  options.now = environment.now;
  return options;
}

Result<ScannerChoice> make_scanners(const std::vector<std::string>& names, const Config& config,
                                    const ScannerOptions& options) {
  std::vector<std::string> wanted = names;
  if (wanted.empty()) {
    for (const FindingType type : config.types) wanted.emplace_back(to_text(type));
  }
  ScannerChoice choice;
  std::vector<std::string> known;
  std::string errors;
  for (const ScannerMaker& maker : all_scanners()) {
    known.emplace_back(maker.name);
    if (!wanted.empty() && !holds(wanted, known.back())) {
      choice.left_out.push_back(known.back());
      continue;
    }
    auto made = maker.make(options);
    if (made) {
      CODELAKE_CHECK((*made)->name() == maker.name);
      choice.scanners.push_back(std::move(*made));
    } else {
      errors += (errors.empty() ? "" : "\n") + made.error().text();
    }
  }
  if (!errors.empty()) return fail(ErrorKind::usage, "making the scanners ready", "", errors);
  if (holds(choice.left_out, std::string(k_guard))) choice.guard = TRY(guard_of(options));
  for (const auto& word : wanted) {
    if (!holds(known, word)) return unknown_scanner(word, known);
  }
  return choice;
}

std::string masked(std::string text) {
  const Config config;
  ScannerOptions options;
  options.config = &config;
  const auto guard = guard_of(std::move(options));
  return guard && *guard ? (*guard)->masked(std::move(text), FileInfo{}) : text;
}

RuleInfo rule_of(const Finding& finding) {
  RuleInfo rule;
  rule.id = finding.rule_id;
  rule.type = finding.type;
  rule.severity = finding.severity;
  rule.confidence = finding.confidence;
  rule.title = finding.message.substr(0, finding.message.find('\n'));
  rule.message = finding.message;
  rule.help = finding.fix;
  rule.cwe = finding.cwe;
  return rule;
}

}  // namespace codelake::cli
