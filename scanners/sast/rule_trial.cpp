// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_trial.h"

#include "core/file.h"
#include "core/file_type.h"
#include "core/limits.h"
#include "core/line_index.h"
#include "scanners/sast/annotations.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_test_file_bytes_max = 4U << 20;

using Lines = std::set<std::uint32_t>;

struct Run {
  Lines lines;
  bool limit_hit = false;
};

Run run_rule(const RuleSet& rules, const Rule& rule, std::string_view language_name, std::string_view text) {
  const Limits limits;
  const syntax::Language* language = rules.language(language_name);
  const CompiledRule* compiled = language == nullptr ? nullptr : rules.rules_of(*language).find(rule);
  const CompiledRule* for_text = rules.text_rules().find(rule);
  std::vector<RuleMatches> found;
  if (compiled != nullptr) {
    const syntax::Tree tree = language->parse(text, limits.tree_depth_max);
    const FileView view(tree);
    found = run_rules(std::span(&compiled, 1), {text, &view}, limits.match_steps_max);
  } else if (for_text != nullptr) {
    found = run_rules(std::span(&for_text, 1), {text, nullptr}, limits.match_steps_max);
  }
  const LineIndex index(text);
  Run run;
  for (const RuleMatches& matches : found) {
    run.limit_hit = run.limit_hit || matches.limit_hit;
    for (const Match& match : matches.matches) run.lines.insert(index.position(match.begin).line);
  }
  return run;
}

bool is_test_of(const std::filesystem::path& candidate, const std::filesystem::path& rule_file) {
  const std::string name = candidate.filename().string();
  const std::string stem = rule_file.stem().string();
  if (candidate == rule_file || !name.starts_with(stem + ".")) return false;
  const std::string rest = name.substr(stem.size() + 1);
  if (rest.starts_with("fixed.") || rest.find(".fixed.") != std::string::npos) return false;
  if (rest == "test.yaml" || rest == "test.yml") return true;
  return rest.find('.') == std::string::npos && rest != "yaml" && rest != "yml";
}

std::vector<std::string> test_files(const std::string& rule_file) {
  std::vector<std::string> files;
  const std::filesystem::path path(rule_file);
  std::error_code error;
  const auto folder = path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path();
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.is_regular_file(error) && is_test_of(entry.path(), path))
      files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The language a test file is read in: its own, or else the rule's first supported one.
std::string_view language_for(const RuleSet& rules, const Rule& rule, const std::string& test_file) {
  const std::string_view own = language_of_path(test_file);
  const syntax::Language* language = rules.language(own);
  if (language != nullptr && rules.rules_of(*language).find(rule) != nullptr) return own;
  for (const auto& other : rules.languages()) {
    if (rules.rules_of(*other).find(rule) != nullptr) return other->name();
  }
  return {};
}

bool compiles(const std::vector<RuleError>& errors, const Rule& rule) {
  return std::none_of(errors.begin(), errors.end(), [&](const RuleError& error) {
    return error.path == rule.path && error.rule_id == rule.info.id;
  });
}

}  // namespace

std::vector<std::uint32_t> lines_found(const RuleSet& rules, const Rule& rule, std::string_view language,
                                       std::string_view text) {
  const Run run = run_rule(rules, rule, language, text);
  return {run.lines.begin(), run.lines.end()};
}

RuleTest test_rule(const RuleSet& rules, const Rule& rule, std::string_view language, std::string_view text) {
  Run run = run_rule(rules, rule, language, text);
  Lines expected;
  Lines ignored;
  for (const Annotation& annotation : annotations_of(text)) {
    if (annotation.rule_id != rule.info.id) continue;
    if (annotation.kind == Annotation::Kind::ruleid) expected.insert(annotation.line);
    const bool open =
        annotation.kind == Annotation::Kind::todoruleid || annotation.kind == Annotation::Kind::todook;
    if (open) ignored.insert(annotation.line);
  }
  for (const std::uint32_t line : ignored) {
    expected.erase(line);
    run.lines.erase(line);
  }
  RuleTest test;
  test.rule_id = rule.info.id;
  test.rule_path = rule.path;
  test.limit_hit = run.limit_hit;
  std::set_difference(expected.begin(), expected.end(), run.lines.begin(), run.lines.end(),
                      std::back_inserter(test.missing));
  std::set_difference(run.lines.begin(), run.lines.end(), expected.begin(), expected.end(),
                      std::back_inserter(test.unexpected));
  return test;
}

Result<RuleTestReport> test_rules(const std::string& path) {
  RuleTestReport report;
  std::vector<Rule> read;
  TRY(read_rule_paths({path}, read, report.errors));
  const RuleSet rules(std::move(read));
  const std::vector<RuleError> more = rules.check();
  report.errors.insert(report.errors.end(), more.begin(), more.end());
  for (const Rule& rule : rules.rules()) {
    if (!compiles(report.errors, rule)) continue;
    const std::vector<std::string> files = test_files(rule.path);
    if (files.empty()) report.untested.push_back(rule.path + ": " + rule.info.id);
    for (const std::string& file : files) {
      const std::string text = TRY(read_file(file, k_test_file_bytes_max));
      RuleTest test = test_rule(rules, rule, language_for(rules, rule, file), text);
      test.test_path = file;
      report.tests.push_back(std::move(test));
    }
  }
  return report;
}

}  // namespace codelake::sast
