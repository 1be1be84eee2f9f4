// SPDX-License-Identifier: Apache-2.0
#include "compliance/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace codelake::compliance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const std::vector<Framework>& builtins() {
  static const auto frameworks = builtin_frameworks();
  if (!frameworks) ADD_FAILURE() << frameworks.error().text();
  return *frameworks;
}

Finding finding(FindingType type, int cwe, Severity severity, const std::string& mark = "0") {
  Finding each;
  each.rule_id = "rule";
  each.type = type;
  each.severity = severity;
  each.cwe = {cwe};
  each.fingerprint = mark + std::string(32 - mark.size(), 'a');
  return each;
}

RuleInfo rule(FindingType type, std::vector<int> cwe, std::vector<std::string> languages) {
  RuleInfo each;
  each.id = "rule";
  each.type = type;
  each.cwe = std::move(cwe);
  each.languages = std::move(languages);
  return each;
}

// A scan of everything, by all five scanners, with a rule for everything.
struct Scan {
  std::vector<Finding> findings;
  Coverage coverage;
  std::vector<RuleInfo> rules;
  Config config;
  std::optional<int> days_since_scan = 0;

  static Scan of_everything() {
    Scan scan;
    std::vector<int> all;
    for (int cwe = 1; cwe < 1500; ++cwe) all.push_back(cwe);
    for (const auto name : {"sast", "sca", "secrets", "iac", "quality"}) {
      ScannerCoverage& numbers = scan.coverage.scanners[name];
      numbers.ran = true;
      numbers.files_seen = 10;
      numbers.files_scanned = 10;
      numbers.languages["python"].files_scanned = 10;
      scan.rules.push_back(rule(*finding_type_from(name), all, {"python"}));
    }
    scan.coverage.ecosystems["PyPI"] = {5, 0, true};
    scan.coverage.manifests_found = 1;
    scan.coverage.manifests_resolved = 1;
    return scan;
  }

  Result<Scorecard> try_evaluate(const std::vector<Framework>& frameworks = builtins()) const {
    return evaluate(frameworks, {findings, coverage, rules, config, days_since_scan});
  }
  Scorecard card(const std::vector<Framework>& frameworks = builtins()) const {
    auto result = try_evaluate(frameworks);
    if (!result) ADD_FAILURE() << result.error().text();
    return *result;
  }
  ControlResult control(const std::string& framework, const std::string& id) const {
    const Scorecard all = card();
    for (const ControlResult& each : all.frameworks.at(framework).controls) {
      if (each.id == id) return each;
    }
    ADD_FAILURE() << "no control " << id;
    return {};
  }
};

void expect_sums(const Scorecard& card) {
  for (const auto& [key, framework] : card.frameworks) {
    EXPECT_EQ(framework.pass + framework.partial + framework.fail + framework.not_assessed + framework.attested +
                  framework.not_applicable,
              static_cast<int>(framework.controls.size()))
        << key;
    EXPECT_EQ(framework.total, static_cast<int>(framework.controls.size()) - framework.not_applicable) << key;
    for (const ControlResult& control : framework.controls) EXPECT_FALSE(control.reason.empty()) << control.id;
  }
}

TEST(Evaluate, PassesWhatWasLookedAtAndFoundClean) {
  const ControlResult access = Scan::of_everything().control("soc2", "CC6.1");
  EXPECT_EQ(access.state, ControlState::pass);
  EXPECT_EQ(access.reason, "no open finding; 1 rule over 10 files");
  EXPECT_EQ(access.check_type, "secrets");
  EXPECT_EQ(Scan::of_everything().control("soc2", "CC2.1").state, ControlState::pass);
}

TEST(Evaluate, IsPartialWithOneOrTwoMinorFindings) {
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::sast, 89, Severity::medium, "1"), finding(FindingType::sast, 79, Severity::low, "2")};
  const ControlResult injection = scan.control("owasp", "A03");
  EXPECT_EQ(injection.state, ControlState::partial);
  EXPECT_THAT(injection.reason, StartsWith("open findings: 1 medium, 1 low;"));
  EXPECT_THAT(injection.finding_ids, ElementsAre(scan.findings[0].id(), scan.findings[1].id()));
}

TEST(Evaluate, FailsWithThreeMinorFindingsOrOneSerious) {
  Scan scan = Scan::of_everything();
  for (const auto mark : {"1", "2", "3"}) scan.findings.push_back(finding(FindingType::sast, 89, Severity::low, mark));
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::fail);
  for (const Severity severity : {Severity::high, Severity::critical}) {
    scan.findings = {finding(FindingType::sast, 89, severity)};
    EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::fail);
  }
}

TEST(Evaluate, CountsNeitherInformationalNorSuppressedFindings) {
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::sast, 89, Severity::critical, "1"), finding(FindingType::sast, 89, Severity::info, "2")};
  scan.findings[0].suppression = Suppression{Suppression::Kind::in_source, "tested by hand"};
  const ControlResult injection = scan.control("owasp", "A03");
  EXPECT_EQ(injection.state, ControlState::pass);
  EXPECT_THAT(injection.reason, HasSubstr("1 informational not counted; 1 suppressed not counted"));
  EXPECT_TRUE(injection.finding_ids.empty());
}

TEST(Evaluate, MapsFindingsByCweAndScanner) {
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::secrets, 798, Severity::critical)};
  EXPECT_EQ(scan.control("pcidss", "8.6.2").state, ControlState::fail);
  EXPECT_EQ(scan.control("owasp", "A07").state, ControlState::fail);
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::pass);
  scan.findings = {finding(FindingType::sast, 918, Severity::high)};
  EXPECT_EQ(scan.control("owasp", "A10").state, ControlState::fail);
  EXPECT_EQ(scan.control("iso27001", "A.8.28").state, ControlState::fail);
  EXPECT_EQ(scan.control("iso27001", "A.5.17").state, ControlState::pass);
  scan.findings[0].cwe.clear();
  scan.findings[0].type = FindingType::secrets;
  EXPECT_EQ(scan.control("iso27001", "A.5.17").state, ControlState::fail) << "a secret without CWE is a credential";
}

TEST(Evaluate, TakesEveryAdvisoryForAVulnerableComponentWhateverItsCwe) {
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::sca, 79, Severity::high)};
  for (const auto& [framework, id] : std::vector<std::pair<std::string, std::string>>{
           {"owasp", "A06"}, {"iso27001", "A.8.8"}, {"pcidss", "6.3.3"}, {"soc2", "CC7.1"}, {"nist_csf", "ID.RA-01"}}) {
    EXPECT_EQ(scan.control(framework, id).state, ControlState::fail) << framework << id;
  }
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::pass) << "the weakness is not in this project's code";
  EXPECT_EQ(scan.control("soc2", "CC6.8").state, ControlState::pass) << "a vulnerable package is not a malicious one";
  scan.findings[0].package = PackageDetail{};
  scan.findings[0].package->advisory_ids = {"MAL-2024-1"};
  EXPECT_EQ(scan.control("soc2", "CC6.8").state, ControlState::fail);
}

TEST(Evaluate, DoesNotAssessWhatNobodyLookedAt) {
  Scan scan = Scan::of_everything();
  scan.coverage.scanners["sast"] = {};
  scan.coverage.scanners["sast"].not_run_reason = "switched off";
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::not_assessed);
  EXPECT_EQ(scan.control("owasp", "A03").reason, "the sast scanner did not run: switched off");
  EXPECT_EQ(scan.control("soc2", "CC6.1").state, ControlState::not_assessed) << "sast finds credentials too";
  EXPECT_EQ(scan.control("pcidss", "8.6.2").state, ControlState::pass);
  EXPECT_EQ(scan.control("soc2", "CC8.1").state, ControlState::not_assessed);
  EXPECT_EQ(scan.control("soc2", "CC4.2").reason, "no gate result is recorded");
}

TEST(Evaluate, SaysWhichOtherScannerDoesNotExistYet) {
  Scan scan = Scan::of_everything();
  scan.coverage.scanners.erase("iac");
  EXPECT_EQ(scan.control("soc2", "CC6.3").state, ControlState::pass);
  EXPECT_THAT(scan.control("soc2", "CC6.3").reason, HasSubstr("iac not looked at"));
  EXPECT_EQ(scan.control("nist_csf", "PR.PS-01").reason, "the iac scanner did not run");
}

TEST(Evaluate, DoesNotAssessUnsupportedLanguagesAndEmptyPopulations) {
  Scan scan = Scan::of_everything();
  scan.coverage.scanners["sast"].languages.clear();
  scan.coverage.scanners["sast"].languages["cobol"].supported = false;
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::not_assessed);
  EXPECT_THAT(scan.control("owasp", "A03").reason, HasSubstr("not supported (cobol)"));
  scan = Scan::of_everything();
  scan.coverage.scanners["secrets"].files_scanned = 0;
  EXPECT_EQ(scan.control("pcidss", "8.6.2").reason, "the secrets scanner found no file to look at");
  scan.coverage.ecosystems.clear();
  EXPECT_EQ(scan.control("owasp", "A06").reason, "no lockfile with packages was found");
}

TEST(Evaluate, DoesNotAssessWhatNoRuleCanFindInTheLanguagesScanned) {
  Scan scan = Scan::of_everything();
  scan.rules = {rule(FindingType::sast, {918}, {"java"}), rule(FindingType::sast, {79}, {"py"})};
  EXPECT_EQ(scan.control("owasp", "A10").state, ControlState::not_assessed);
  EXPECT_EQ(scan.control("owasp", "A10").reason, "no rule for it in the languages scanned (python)");
  EXPECT_EQ(scan.control("owasp", "A03").state, ControlState::pass) << "'py' is python";
  scan.findings = {finding(FindingType::sast, 918, Severity::high)};
  EXPECT_EQ(scan.control("owasp", "A10").state, ControlState::fail) << "what was found is found";
}

TEST(Evaluate, DoesNotAssessDependenciesWithoutAdvisoryData) {
  Scan scan = Scan::of_everything();
  scan.coverage.ecosystems["npm"] = {3, 0, false};
  EXPECT_EQ(scan.control("owasp", "A06").state, ControlState::not_assessed);
  EXPECT_EQ(scan.control("owasp", "A06").reason, "no advisory data for npm");
  scan.findings = {finding(FindingType::sca, 79, Severity::low)};
  EXPECT_EQ(scan.control("owasp", "A06").state, ControlState::not_assessed);
  scan.findings = {finding(FindingType::sca, 79, Severity::critical)};
  EXPECT_EQ(scan.control("owasp", "A06").state, ControlState::fail);
  scan = Scan::of_everything();
  scan.coverage.ecosystems["npm"] = {0, 0, false};
  EXPECT_EQ(scan.control("owasp", "A06").state, ControlState::pass) << "no package, no data needed";
  scan.coverage.ecosystems = {{"PyPI", {4, 4, true}}};
  EXPECT_EQ(scan.control("owasp", "A06").reason, "no package has an exact version");
}

TEST(Evaluate, WantsAnInventoryWithoutGaps) {
  Scan scan = Scan::of_everything();
  scan.coverage.ecosystems["PyPI"].unresolved = 1;
  EXPECT_EQ(scan.control("pcidss", "6.3.2").state, ControlState::partial);
  EXPECT_THAT(scan.control("pcidss", "6.3.2").reason, HasSubstr("1 package without an exact version left out"));
  EXPECT_EQ(scan.control("pcidss", "6.3.3").state, ControlState::pass);
  scan = Scan::of_everything();
  scan.coverage.manifests_found = 2;
  EXPECT_EQ(scan.control("nist_csf", "ID.AM-02").state, ControlState::partial);
}

TEST(Evaluate, WantsARecentAndNearlyCompleteScan) {
  Scan scan = Scan::of_everything();
  scan.days_since_scan = 8;
  EXPECT_EQ(scan.control("soc2", "CC2.1").state, ControlState::pass);
  EXPECT_EQ(scan.control("soc2", "CC4.1").state, ControlState::fail);
  EXPECT_THAT(scan.control("soc2", "CC4.1").reason, HasSubstr("last scan 8 days ago, at most 7 allowed"));
  scan.days_since_scan.reset();
  EXPECT_EQ(scan.control("soc2", "CC4.1").state, ControlState::not_assessed);
  scan.days_since_scan = 0;
  scan.coverage.scanners["sast"].files_seen = 11;
  EXPECT_EQ(scan.control("soc2", "CC2.1").state, ControlState::pass) << "10 of 11 files are 90 %";
  scan.coverage.scanners["sast"].files_seen = 12;
  EXPECT_EQ(scan.control("soc2", "CC2.1").state, ControlState::partial);
  scan.coverage.scanners["sast"] = {};
  EXPECT_EQ(scan.control("soc2", "CC2.1").state, ControlState::partial) << "leaving a scanner out does not complete a scan";
}

TEST(Evaluate, LeavesDisabledControlsOut) {
  Scan scan = Scan::of_everything();
  scan.config.disabled_controls["iso27001"] = {"A.8.32"};
  const FrameworkResult iso = scan.card().frameworks.at("iso27001");
  EXPECT_EQ(iso.not_applicable, 1);
  EXPECT_EQ(iso.total, 3);
  EXPECT_EQ(iso.score, 100);
  EXPECT_EQ(iso.controls[3].state, ControlState::not_applicable);
}

TEST(Evaluate, ScoresOnlyEnabledFrameworks) {
  Scan scan = Scan::of_everything();
  scan.config.enabled_frameworks = {"soc2", "owasp", "pcidss"};
  EXPECT_EQ(scan.card().frameworks.size(), 3U);
  EXPECT_EQ(scan.card().summary.total_controls, 30) << "the number of the reference document's sample";
  scan.config.enabled_frameworks = std::vector<std::string>{};
  EXPECT_TRUE(scan.card().frameworks.empty());
  EXPECT_EQ(scan.card().summary.posture, "Not assessed");
  EXPECT_EQ(scan.card().summary.overall_score, 0);
}

TEST(Evaluate, RefusesUnknownFrameworksAndControls) {
  Scan scan = Scan::of_everything();
  scan.config.disabled_controls["soc2"] = {"CC6.1", "CC99.9"};
  EXPECT_EQ(scan.try_evaluate().error().text(), "Unknown control: CC99.9");
  EXPECT_EQ(scan.try_evaluate().error().kind, ErrorKind::usage);
  scan.config = {};
  scan.config.enabled_frameworks = {"soc3"};
  EXPECT_EQ(scan.try_evaluate().error().text(), "Unknown framework: soc3 (did you mean 'soc2'?)");
  scan.config = {};
  scan.config.disabled_controls["pci"] = {};
  EXPECT_THAT(scan.try_evaluate().error().text(), StartsWith("Unknown framework: pci"));
}

TEST(Evaluate, HonoursThePassConditionsOfCustomFrameworks) {
  const auto framework = parse_framework(
      "key: acme\nname: Acme\ncontrols:\n"
      "  - {id: A, name: n, check_type: secrets, pass_condition: no_critical_secrets}\n"
      "  - {id: B, name: n, check_type: secrets, pass_condition: max_1_high_secrets}\n"
      "  - {id: C, name: n, check_type: secrets, partial: never}\n"
      "  - {id: D, name: n, check_type: secrets, assessable: none}\n",
      "acme.yaml");
  ASSERT_TRUE(framework) << framework.error().text();
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::secrets, 798, Severity::high, "1"), finding(FindingType::secrets, 798, Severity::low, "2")};
  const auto states = [&] {
    std::vector<ControlState> all;
    const Scorecard card = scan.card({*framework});
    for (const auto& control : card.frameworks.at("acme").controls) all.push_back(control.state);
    return all;
  };
  EXPECT_THAT(states(), ElementsAre(ControlState::pass, ControlState::pass, ControlState::fail, ControlState::fail));
  scan.findings[0].severity = Severity::critical;
  scan.findings[1].severity = Severity::high;
  EXPECT_THAT(states(), ElementsAre(ControlState::fail, ControlState::fail, ControlState::fail, ControlState::fail));
  scan.findings = {finding(FindingType::secrets, 798, Severity::low)};
  EXPECT_THAT(states(),
              ElementsAre(ControlState::pass, ControlState::pass, ControlState::fail, ControlState::not_assessed));
}

// A framework of secrets controls of which `pass` pass, `partial` are partial, `fail` fail and the rest are not assessed.
FrameworkResult scored(int pass, int partial, int fail, int not_assessed) {
  std::string text = "key: acme\nname: Acme\ncontrols:\n";
  int id = 0;
  const auto add = [&](int count, int cwe, const std::string& check) {
    for (int i = 0; i < count; ++i) {
      text += "  - {id: C" + std::to_string(++id) + ", name: n, check_type: " + check + ", cwe: [" + std::to_string(cwe) + "]}\n";
    }
  };
  add(pass, 1, "secrets");
  add(partial, 2, "secrets");
  add(fail, 3, "secrets");
  add(not_assessed, 4, "pr_reviews");
  Scan scan = Scan::of_everything();
  scan.findings = {finding(FindingType::secrets, 2, Severity::low), finding(FindingType::secrets, 3, Severity::high)};
  return scan.card({*parse_framework(text, "acme.yaml")}).frameworks.at("acme");
}

TEST(Score, FollowsThePublishedFormulaAndRoundsHalfUp) {
  EXPECT_EQ(scored(11, 3, 1, 0).score, 83);
  EXPECT_EQ(scored(1, 1, 2, 0).score, 38) << "37.5";
  EXPECT_EQ(scored(1, 0, 7, 0).score, 13) << "12.5";
  EXPECT_EQ(scored(0, 1, 2, 0).score, 17) << "16.7";
  EXPECT_EQ(scored(2, 0, 1, 0).score, 67);
  EXPECT_EQ(scored(5, 0, 0, 0).score, 100);
}

TEST(Score, CountsWhatIsNotAssessedAsNothing) {
  const FrameworkResult result = scored(1, 1, 0, 2);
  EXPECT_EQ(result.score, 38);
  EXPECT_EQ(result.assessed_score, 75);
  EXPECT_EQ(result.coverage, 50);
  EXPECT_EQ(scored(0, 0, 0, 3).assessed_score, 0);
  EXPECT_EQ(scored(0, 0, 0, 3).coverage, 0);
}

TEST(Summary, AddsUpAndRecommendsTheWorstFramework) {
  Scan scan = Scan::of_everything();
  scan.config.enabled_frameworks = {"soc2", "pcidss"};
  scan.findings = {finding(FindingType::secrets, 798, Severity::critical)};
  const Scorecard card = scan.card();
  const FrameworkResult& soc2 = card.frameworks.at("soc2");
  const FrameworkResult& pcidss = card.frameworks.at("pcidss");
  EXPECT_EQ(card.summary.total_controls, 20);
  EXPECT_EQ(card.summary.failing, 2);
  EXPECT_EQ(card.summary.passing, soc2.pass + pcidss.pass);
  EXPECT_EQ(card.summary.overall_score, (soc2.score + pcidss.score + 1) / 2);
  EXPECT_THAT(card.summary.risk_areas, ElementsAre("Secrets"));
  EXPECT_EQ(card.summary.recommendation, "Address failing controls in pcidss, soc2");
  scan.config.enabled_frameworks = {"pcidss"};
  EXPECT_EQ(scan.card().summary.recommendation, "Address failing controls in pcidss");
}

TEST(Summary, NamesThePostureByFixedBands) {
  const auto posture = [](int pass, int fail) {
    Scan scan = Scan::of_everything();
    scan.findings = {finding(FindingType::secrets, 3, Severity::high)};
    std::string text = "key: acme\nname: Acme\ncontrols:\n";
    for (int i = 0; i < pass + fail; ++i) {
      text += "  - {id: C" + std::to_string(i) + ", name: n, check_type: secrets, cwe: [" + (i < pass ? "1" : "3") + "]}\n";
    }
    return scan.card({*parse_framework(text, "acme.yaml")}).summary.posture;
  };
  EXPECT_EQ(posture(90, 10), "Strong");
  EXPECT_EQ(posture(89, 11), "Good");
  EXPECT_EQ(posture(75, 25), "Good");
  EXPECT_EQ(posture(74, 26), "Moderate");
  EXPECT_EQ(posture(50, 50), "Moderate");
  EXPECT_EQ(posture(49, 51), "Weak");
  EXPECT_EQ(posture(0, 5), "Weak");
}

TEST(Properties, EmptyCoverageNeverPassesAnything) {
  Scan scan;
  EXPECT_EQ(scan.card().summary.passing + scan.card().summary.partial, 0);
  EXPECT_EQ(scan.card().summary.posture, "Not assessed");
  expect_sums(scan.card());
  scan.days_since_scan.reset();
  EXPECT_EQ(scan.card().summary.passing, 0);
  scan = Scan::of_everything();
  for (auto& [name, numbers] : scan.coverage.scanners) {
    numbers.files_seen = numbers.files_scanned = 0;
    numbers.languages.clear();
  }
  scan.coverage.ecosystems.clear();
  EXPECT_EQ(scan.card().summary.passing + scan.card().summary.partial, 0) << "scanners that ran over nothing";
}

constexpr std::array<std::string_view, 5> k_scanners = {"sast", "sca", "secrets", "iac", "quality"};

Scan without(unsigned subset) {
  Scan scan = Scan::of_everything();
  for (std::size_t i = 0; i < k_scanners.size(); ++i) {
    if ((subset >> i & 1U) == 0) scan.coverage.scanners[std::string(k_scanners.at(i))] = {};
  }
  return scan;
}

std::vector<Finding> findings_of_all_kinds() {
  std::vector<Finding> findings;
  for (const FindingType type : {FindingType::sast, FindingType::sca, FindingType::secrets, FindingType::iac, FindingType::quality}) {
    for (const int cwe : {79, 89, 327, 798, 862, 532, 755, 1188, 478, 502}) {
      for (const Severity severity : {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical}) {
        findings.push_back(finding(type, cwe, severity, std::to_string(findings.size() + 1)));
      }
    }
  }
  return findings;
}

TEST(Properties, EverySubsetOfScannersKeepsTheSumsAndPassesNothingWithoutThem) {
  for (unsigned subset = 0; subset < 32; ++subset) {
    const Scorecard card = without(subset).card();
    expect_sums(card);
    for (const auto& [key, framework] : card.frameworks) {
      for (const ControlResult& control : framework.controls) {
        const std::string scanner(scanner_of(*check_type_from(control.check_type)));
        const auto place = std::find(k_scanners.begin(), k_scanners.end(), scanner);
        const bool off = place != k_scanners.end() && (subset >> (place - k_scanners.begin()) & 1U) == 0;
        EXPECT_TRUE(!off || control.state == ControlState::not_assessed) << key << " " << control.id;
      }
    }
  }
  EXPECT_EQ(without(0).card().summary.passing, 0);
}

TEST(Properties, RunningFewerScannersNeverRaisesAScore) {
  const std::vector<Finding> kinds = findings_of_all_kinds();
  for (std::size_t i = 0; i < kinds.size(); i += 7) {
    const Finding& one = kinds[i];
    for (unsigned subset = 0; subset < 32; ++subset) {
      Scan more = without(subset);
      const auto found_by = std::find(k_scanners.begin(), k_scanners.end(), scanner_of(one.type)) - k_scanners.begin();
      if ((subset >> found_by & 1U) == 0) continue;
      more.findings = {one};
      const Scorecard all = more.card();
      const Scorecard fewer = without(subset & ~(1U << found_by)).card();
      for (const auto& [key, framework] : fewer.frameworks) {
        ASSERT_LE(framework.score, all.frameworks.at(key).score) << key << " without " << scanner_of(one.type);
      }
    }
  }
}

TEST(Properties, AddingAFindingNeverRaisesAScore) {
  const std::vector<Finding> kinds = findings_of_all_kinds();
  for (unsigned subset = 0; subset < 32; ++subset) {
    Scan scan = without(subset);
    std::map<std::string, int> last;
    for (const auto& [key, framework] : scan.card().frameworks) last[key] = framework.score;
    for (std::size_t i = 0; i < kinds.size(); i += 11) {
      scan.findings.push_back(kinds[(i * 7 + subset) % kinds.size()]);
      const Scorecard card = scan.card();
      expect_sums(card);
      for (const auto& [key, framework] : card.frameworks) {
        ASSERT_LE(framework.score, last[key]) << key << " subset " << subset << " finding " << i;
        last[key] = framework.score;
      }
    }
  }
}

TEST(Properties, TheOrderOfRulesDoesNotMatter) {
  Scan scan = Scan::of_everything();
  scan.findings = findings_of_all_kinds();
  const Scorecard forwards = scan.card();
  std::reverse(scan.rules.begin(), scan.rules.end());
  const Scorecard backwards = scan.card();
  for (const auto& [key, framework] : forwards.frameworks) {
    for (std::size_t i = 0; i < framework.controls.size(); ++i) {
      EXPECT_EQ(framework.controls[i].reason, backwards.frameworks.at(key).controls[i].reason);
      EXPECT_EQ(framework.controls[i].finding_ids, backwards.frameworks.at(key).controls[i].finding_ids);
    }
  }
}

TEST(Wording, PromisesNothing) {
  for (unsigned subset = 0; subset < 32; ++subset) {
    Scan scan = without(subset);
    if (subset % 2 == 1) scan.findings = findings_of_all_kinds();
    const Scorecard card = scan.card();
    std::string text = card.summary.posture + card.summary.recommendation;
    for (const auto& [key, framework] : card.frameworks) {
      for (const ControlResult& control : framework.controls) text += control.reason + "\n";
    }
    for (const auto word : {"ompliant", "ertified", "atisfied"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace codelake::compliance
