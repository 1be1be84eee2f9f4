// SPDX-License-Identifier: Apache-2.0
//
// A control may only pass when somebody looked. The scanner behind its check type must have run, must have had
// something to look at, and must own a rule that could have found what the control is about in a language of this
// project. Example: CC6.6 (injection) on a project of Go and COBOL. sast ran, 40 Go files were scanned, COBOL is not
// supported; three Go rules carry a CWE of the control: assessable, "3 rules over 40 files (go)". Without these three
// rules: "no rule for it in the languages scanned (go)", not assessed, although sast ran and found nothing.
#include "compliance/evidence.h"

#include <algorithm>
#include <array>
#include <set>

namespace codelake::compliance {

namespace {

// What a package finding can be about whatever its advisory says: a known vulnerability or a malicious package.
constexpr std::array<int, 4> k_sca_can_find = {506, 937, 1035, 1395};
// The least share of files a scan must have looked at to count as complete, in percent.
constexpr std::uint64_t k_complete_percent = 90;
// The scanners a complete scan runs.
constexpr std::array<std::string_view, 3> k_usual_scanners = {"sast", "sca", "secrets"};

std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

template <class Words>
std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

const ScannerCoverage* coverage_of(const EvaluationInput& input, std::string_view scanner) {
  const auto place = input.coverage.scanners.find(std::string(scanner));
  return place == input.coverage.scanners.end() ? nullptr : &place->second;
}

std::string not_run(std::string_view scanner, const ScannerCoverage* coverage) {
  std::string text = "the " + std::string(scanner) + " scanner did not run";
  if (coverage != nullptr && !coverage->not_run_reason.empty()) text += ": " + coverage->not_run_reason;
  return text;
}

template <class List>
bool meet(const std::vector<int>& sorted, const List& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](int each) { return std::binary_search(sorted.begin(), sorted.end(), each); });
}

// Rules may name a language by the short forms of the rule language.
std::string_view plain_language(std::string_view language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names = {{
      {"js", "javascript"}, {"jsx", "javascript"}, {"ts", "typescript"}, {"tsx", "typescript"}, {"py", "python"},
      {"python3", "python"}, {"golang", "go"}, {"c#", "csharp"}, {"kt", "kotlin"},
  }};
  for (const auto& [from, to] : names) {
    if (language == from) return to;
  }
  return language;
}

bool works_on(const RuleInfo& rule, const std::set<std::string_view>& languages) {
  if (rule.languages.empty()) return true;
  return std::any_of(rule.languages.begin(), rule.languages.end(), [&](const std::string& language) {
    return language == "generic" || language == "regex" || languages.count(plain_language(language)) != 0;
  });
}

// The rules of `scanner` that can find what the control is about in the languages scanned.
std::uint64_t rules_able(const Control& control, const EvaluationInput& input, std::string_view scanner,
                         const std::set<std::string_view>& languages) {
  constexpr std::array<int, 1> hard_coded_credential = {798};
  std::uint64_t count = 0;
  for (const RuleInfo& rule : input.rules) {
    if (scanner_of(rule.type) != scanner || !works_on(rule, languages)) continue;
    const bool bare_secret = rule.type == FindingType::secrets && rule.cwe.empty();
    const bool fits = bare_secret ? meet(control.cwe, hard_coded_credential) : meet(control.cwe, rule.cwe);
    if (fits) ++count;
  }
  return count;
}

Evidence none(std::string why) { return {false, false, std::move(why)}; }

// sast, secrets, iac and quality: files looked at by rules.
Evidence of_files(const Control& control, const EvaluationInput& input, std::string_view scanner) {
  const ScannerCoverage* coverage = coverage_of(input, scanner);
  if (coverage == nullptr || !coverage->ran) return none(not_run(scanner, coverage));
  std::set<std::string_view> scanned;
  std::set<std::string_view> unsupported;
  for (const auto& [language, numbers] : coverage->languages) {
    if (!numbers.supported) {
      unsupported.insert(language);
    } else if (numbers.files_scanned > 0) {
      scanned.insert(plain_language(language));
    }
  }
  const bool needs_language = scanner != "secrets";
  if (needs_language && scanned.empty() && !unsupported.empty()) {
    return none("only files of languages that are not supported (" + joined(unsupported) + ")");
  }
  if (coverage->files_scanned == 0) return none("the " + std::string(scanner) + " scanner found no file to look at");
  const std::uint64_t rules = rules_able(control, input, scanner, scanned);
  const std::string languages = scanned.empty() || !needs_language ? "" : " (" + joined(scanned) + ")";
  if (rules == 0) return none("no rule for it in the languages scanned" + languages);
  return {true, true, counted(rules, "rule") + " over " + counted(coverage->files_scanned, "file") + languages};
}

// sca: packages matched with advisory data.
Evidence of_packages(const Control& control, const EvaluationInput& input) {
  const ScannerCoverage* coverage = coverage_of(input, "sca");
  if (coverage == nullptr || !coverage->ran) return none(not_run("sca", coverage));
  std::set<std::string_view> without_data;
  std::uint64_t packages = 0;
  std::uint64_t unresolved = 0;
  for (const auto& [ecosystem, numbers] : input.coverage.ecosystems) {
    if (numbers.packages > 0 && !numbers.assessed) without_data.insert(ecosystem);
    packages += numbers.packages;
    unresolved += std::min(numbers.unresolved, numbers.packages);
  }
  if (!without_data.empty()) return none("no advisory data for " + joined(without_data));
  if (packages == 0) return none("no lockfile with packages was found");
  if (unresolved == packages) return none("no package has an exact version");
  if (!meet(control.cwe, k_sca_can_find)) return none("no check of packages looks for it");
  Evidence evidence{true, true, counted(packages - unresolved, "package") + " against advisory data"};
  const std::uint64_t unread = input.coverage.manifests_found > input.coverage.manifests_resolved
                                   ? input.coverage.manifests_found - input.coverage.manifests_resolved
                                   : 0;
  if (unresolved > 0) evidence.text += ", " + counted(unresolved, "package") + " without an exact version left out";
  if (unread > 0) evidence.text += ", " + counted(unread, "manifest") + " not resolved";
  if (control.pass_condition.kind == PassCondition::Kind::inventory_complete) {
    evidence.complete = unresolved == 0 && unread == 0;
  }
  return evidence;
}

// scan_recency: a scan that looked at (nearly) everything, not long ago.
Evidence of_recency(const EvaluationInput& input) {
  if (!input.days_since_scan) return none("the time of the last scan is not known");
  std::uint64_t seen = 0;
  std::set<std::string_view> off(k_usual_scanners.begin(), k_usual_scanners.end());
  std::set<std::string_view> gaps;
  std::uint64_t scanned = 0;
  for (const auto& [name, numbers] : input.coverage.scanners) {
    if (!numbers.ran) {
      off.insert(name);
      continue;
    }
    off.erase(name);
    seen += numbers.files_seen;
    scanned += numbers.files_scanned;
    if (numbers.files_scanned * 100 < numbers.files_seen * k_complete_percent) gaps.insert(name);
  }
  if (scanned == 0) return none("the scan looked at no file");
  const std::string share = std::to_string(scanned * 100 / std::max(seen, scanned)) + " % of files looked at";
  if (!off.empty()) return {true, false, share + ", without " + joined(off)};
  if (!gaps.empty()) return {true, false, share + ", below 90 % by " + joined(gaps)};
  return {true, true, share};
}

Evidence of_check(const Control& control, const EvaluationInput& input) {
  switch (control.check_type) {
    case CheckType::scan_recency: return of_recency(input);
    case CheckType::quality_gates: return none("no gate result is recorded");
    case CheckType::pr_reviews: return none("reviews of changes were not looked at");
    case CheckType::sca_vulns: return of_packages(control, input);
    default: return of_files(control, input, scanner_of(control.check_type));
  }
}

}  // namespace

Evidence evidence_for(const Control& control, const EvaluationInput& input) {
  if (control.assessable == Assessable::none) return none("code cannot show it");
  Evidence evidence = of_check(control, input);
  for (const CheckType also : control.also) {
    const std::string_view scanner = scanner_of(also);
    if (!evidence.assessable || scanner.empty()) continue;
    const ScannerCoverage* coverage = coverage_of(input, scanner);
    if (coverage != nullptr && !coverage->ran) return none(not_run(scanner, coverage) + ", and its findings count too");
    if (coverage == nullptr) evidence.text += "; " + std::string(scanner) + " not looked at";
  }
  return evidence;
}

}  // namespace codelake::compliance
