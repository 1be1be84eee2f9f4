// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_trial.h"

#include "core/file.h"
#include "core/file_type.h"
#include "core/limits.h"
#include "core/line_index.h"
#include "core/text_diff.h"
#include "scanners/sast/annotations.h"
#include "scanners/sast/autofix.h"
#include "scanners/sast/taint.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_test_file_bytes_max = 4U << 20;

using Lines = std::set<std::uint32_t>;

struct Run {
  std::vector<Finding> findings;  // with rule, range and replacement alone
  bool limit_hit = false;

  Lines lines() const {
    Lines lines;
    for (const Finding& finding : findings) lines.insert(finding.range.start.line);
    return lines;
  }
};

Finding example_finding(const Rule& rule, const Match& match, const LineIndex& index, std::string_view text) {
  Finding finding;
  finding.rule_id = rule.info.id;
  finding.range = index.range(match.begin, match.end);
  finding.replacement = replacement_of(rule, match, text);
  return finding;
}

Run run_taint(const CompiledRule& rule, const syntax::Language& language, std::string_view text) {
  const Limits limits;
  const syntax::Tree tree = language.parse(text, limits.tree_depth_max);
  const FileView view(tree);
  LanguageRules::Candidates alone;
  alone.taint_rules.push_back(&rule);
  const auto file = read_taint(alone, {text, &view}, limits.match_steps_max);
  const TaintFile* const only = file.get();
  TaintReport report = follow_taint(std::span(&only, 1));
  return {std::move(report.findings), !report.limits_hit.empty()};
}

Run run_rule(const RuleSet& rules, const Rule& rule, std::string_view language_name, std::string_view text) {
  const Limits limits;
  const syntax::Language* language = rules.language(language_name);
  const CompiledRule* compiled = language == nullptr ? nullptr : rules.rules_of(*language).find(rule);
  const CompiledRule* for_text = rules.text_rules().find(rule);
  std::vector<RuleMatches> found;
  if (compiled != nullptr && rule.mode == Rule::Mode::taint) return run_taint(*compiled, *language, text);
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
    for (const Match& match : matches.matches) run.findings.push_back(example_finding(rule, match, index, text));
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

// "a/x.fixed.py" for the test file "a/x.py" of the rule file "a/x.yaml".
std::string fixed_path_of(const std::string& rule_file, const std::string& test_file) {
  const std::filesystem::path test(test_file);
  const std::string stem = std::filesystem::path(rule_file).stem().string();
  return (test.parent_path() / (stem + ".fixed" + test.filename().string().substr(stem.size()))).string();
}

// Whether what the rules of a file make of a test file is what lies beside it; nothing when nothing lies there.
Result<std::optional<FixTest>> test_fixes(const RuleSet& rules, std::span<const Rule> of_file, const std::string& test_file) {
  FixTest test{of_file.front().path, test_file, fixed_path_of(of_file.front().path, test_file), {}};
  std::error_code error;
  if (!std::filesystem::is_regular_file(test.fixed_path, error)) return std::nullopt;
  const std::string text = TRY(read_file(test_file, k_test_file_bytes_max));
  const std::string wanted = TRY(read_file(test.fixed_path, k_test_file_bytes_max));
  std::vector<Finding> findings;
  for (const Rule& rule : of_file) {
    Run run = run_rule(rules, rule, language_for(rules, rule, test_file), text);
    std::move(run.findings.begin(), run.findings.end(), std::back_inserter(findings));
  }
  test.diff = unified_diff(wanted, with_replacements(text, findings).text, test.fixed_path);
  return test;
}

Result<void> test_all_fixes(const RuleSet& rules, RuleTestReport& report) {
  const std::span<const Rule> all = rules.rules();
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    while (end < all.size() && all[end].path == all[first].path) ++end;
    for (const std::string& file : test_files(all[first].path)) {
      if (auto test = TRY(test_fixes(rules, all.subspan(first, end - first), file))) report.fixes.push_back(std::move(*test));
    }
    first = end;
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
  const Lines lines = run_rule(rules, rule, language, text).lines();
  return {lines.begin(), lines.end()};
}

RuleTest test_rule(const RuleSet& rules, const Rule& rule, std::string_view language, std::string_view text) {
  const Run run = run_rule(rules, rule, language, text);
  Lines found = run.lines();
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
    found.erase(line);
  }
  RuleTest test;
  test.rule_id = rule.info.id;
  test.rule_path = rule.path;
  test.limit_hit = run.limit_hit;
  std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(),
                      std::back_inserter(test.missing));
  std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(),
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
  TRY(test_all_fixes(rules, report));
  return report;
}

}  // namespace codelake::sast
