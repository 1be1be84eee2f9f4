// SPDX-License-Identifier: Apache-2.0
#include "compliance/framework.h"

#include "core/embedded_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace codelake::embedded {
std::span<const EmbeddedFile> frameworks();
}

namespace codelake::compliance {
namespace {

using testing::HasSubstr;

const std::vector<Framework>& builtins() {
  static const auto frameworks = builtin_frameworks();
  if (!frameworks) ADD_FAILURE() << frameworks.error().text();
  return *frameworks;
}

std::string error_of(const std::string& text) {
  const auto framework = parse_framework(text, "acme.yaml");
  return framework ? "no error" : framework.error().text();
}

std::string with_control(const std::string& fields) {
  return "key: acme\nname: Acme\ncontrols:\n  - id: A-1\n    name: One\n" + fields;
}

TEST(BuiltinFrameworks, HaveTheirPublishedNumberOfControls) {
  std::map<std::string, std::size_t> counts;
  for (const Framework& framework : builtins()) counts[framework.key] = framework.controls.size();
  const std::map<std::string, std::size_t> expected = {{"soc2", 15},  {"iso27001", 4}, {"owasp", 10},
                                                       {"pcidss", 5}, {"hipaa", 6},    {"nist_csf", 7}};
  EXPECT_EQ(counts, expected);
}

TEST(BuiltinFrameworks, HaveTheIdsOfTheirEdition) {
  const std::map<std::string, std::vector<std::string>> expected = {
      {"soc2",
       {"CC2.1", "CC3.2", "CC4.1", "CC4.2", "CC5.2", "CC6.1", "CC6.3", "CC6.6", "CC6.7", "CC6.8", "CC7.1", "CC7.2",
        "CC7.4", "CC8.1", "CC9.2"}},
      {"iso27001", {"A.5.17", "A.8.8", "A.8.28", "A.8.32"}},
      {"owasp", {"A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10"}},
      {"pcidss", {"6.2.3", "6.2.4", "6.3.2", "6.3.3", "8.6.2"}},
      {"hipaa",
       {"164.308(a)(1)", "164.312(a)", "164.312(b)", "164.312(c)", "164.312(d)", "164.312(e)"}},
      {"nist_csf", {"ID.AM-02", "ID.RA-01", "PR.AA-01", "PR.AA-05", "PR.DS-02", "PR.PS-01", "PR.PS-06"}},
  };
  for (const Framework& framework : builtins()) {
    std::vector<std::string> ids;
    for (const Control& control : framework.controls) ids.push_back(control.id);
    EXPECT_EQ(ids, expected.at(framework.key));
  }
}

TEST(BuiltinFrameworks, FillEveryField) {
  for (const Framework& framework : builtins()) {
    EXPECT_FALSE(framework.description.empty()) << framework.key;
    EXPECT_FALSE(framework.version.empty()) << framework.key;
    EXPECT_TRUE(framework.source_url.starts_with("https://")) << framework.key;
    EXPECT_EQ(framework.partial_weight, 500) << framework.key;
    EXPECT_FALSE(framework.custom);
    for (const Control& control : framework.controls) {
      EXPECT_FALSE(control.category.empty()) << control.id;
      EXPECT_FALSE(control.description.empty()) << control.id;
      EXPECT_TRUE(std::is_sorted(control.cwe.begin(), control.cwe.end())) << control.id;
      EXPECT_TRUE(scanner_of(control.check_type).empty() || !control.cwe.empty()) << control.id;
    }
  }
}

TEST(BuiltinFrameworks, HaveTheSizesOfTheOwaspLists) {
  const std::vector<std::size_t> sizes = {34, 30, 33, 40, 20, 3, 22, 10, 4, 1};
  const auto owasp = std::find_if(builtins().begin(), builtins().end(), [](const auto& f) { return f.key == "owasp"; });
  ASSERT_NE(owasp, builtins().end());
  for (std::size_t i = 0; i < sizes.size(); ++i) EXPECT_EQ(owasp->controls[i].cwe.size(), sizes[i]) << i;
}

TEST(BuiltinFrameworks, PromiseNothing) {
  for (const EmbeddedFile& file : embedded::frameworks()) {
    std::string text(file.bytes);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(tolower(c)); });
    for (const auto word : {"compliant", "certified", "satisfied"}) {
      EXPECT_EQ(text.find(word), std::string::npos) << file.path << " says " << word;
    }
  }
}

TEST(Framework, NamesFileLineKeyAndNearestKnownKey) {
  const std::string error = error_of("key: acme\nname: Acme\ncontrls: []\n");
  EXPECT_THAT(error, HasSubstr("acme.yaml:3"));
  EXPECT_THAT(error, HasSubstr("unknown key 'contrls'"));
  EXPECT_THAT(error, HasSubstr("did you mean 'controls'?"));
  EXPECT_THAT(error_of(with_control("    chek_type: secrets\n")), HasSubstr("acme.yaml:6: unknown key 'chek_type'"));
}

TEST(Framework, RefusesUnknownWords) {
  EXPECT_THAT(error_of(with_control("    check_type: secret\n")), HasSubstr("did you mean 'secrets'?"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n    cwe: [INJECT]\n")), HasSubstr("neither a CWE number"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n    cwe: [0]\n")), HasSubstr("neither a CWE number"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n    pass_condition: fine\n")),
              HasSubstr("unknown pass_condition 'fine'"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n    partial: max_minor\n")), HasSubstr("unknown partial"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n    assessable: perhaps\n")),
              HasSubstr("unknown assessable"));
}

TEST(Framework, RefusesWhatIsMissingOrTwice) {
  EXPECT_THAT(error_of("name: Acme\n"), HasSubstr("'key' is missing"));
  EXPECT_THAT(error_of("key: acme\nname: Acme\n"), HasSubstr("without controls"));
  EXPECT_THAT(error_of("key: Acme Corp\nname: Acme\n"), HasSubstr("is no key"));
  EXPECT_THAT(error_of(with_control("    category: x\n")), HasSubstr("'check_type' is missing"));
  EXPECT_THAT(error_of(with_control("    check_type: secrets\n  - {id: A-1, name: Two, check_type: secrets}\n")),
              HasSubstr("'A-1' stands twice"));
  EXPECT_THAT(error_of("key: acme\nname: \"two\\nlines\"\n"), HasSubstr("control character"));
  EXPECT_THAT(error_of("key: acme\nname: Acme\npartial_weight: 2\n"), HasSubstr("from 0 to 1"));
  EXPECT_THAT(error_of("key: acme\nname: Acme\npartial_weight: nan\n"), HasSubstr("from 0 to 1"));
}

TEST(Framework, HoldsItsLimits) {
  EXPECT_THAT(error_of(std::string(k_framework_bytes_max + 1, '#')), HasSubstr("larger than 1 MiB"));
  std::string many = "key: acme\nname: Acme\ncontrols:\n";
  for (int i = 0; i < 1000; ++i) many += "  - {id: A-" + std::to_string(i) + ", name: n, check_type: secrets}\n";
  EXPECT_EQ(parse_framework(many, "many.yaml")->controls.size(), 1000U);
  EXPECT_THAT(error_of(many + "  - {id: B, name: n, check_type: secrets}\n"), HasSubstr("more than 1000 controls"));
}

TEST(Framework, TakesDefaultsFromTheCheckType) {
  const auto framework = parse_framework(
      "key: acme\nname: Acme\npartial_weight: 0.25\ncontrols:\n"
      "  - {id: A, name: n, check_type: secrets}\n"
      "  - {id: B, name: n, check_type: scan_recency}\n"
      "  - {id: C, name: n, check_type: sast_auth, cwe: [22, AUT], partial: never}\n",
      "acme.yaml");
  ASSERT_TRUE(framework) << framework.error().text();
  EXPECT_EQ(framework->partial_weight, 250);
  const auto sec = cwe_family("SEC");
  EXPECT_EQ(framework->controls[0].cwe, std::vector<int>(sec.begin(), sec.end()));
  EXPECT_EQ(framework->controls[0].minor_max, 2);
  EXPECT_TRUE(framework->controls[1].cwe.empty());
  EXPECT_EQ(framework->controls[1].pass_condition.number, 30);
  EXPECT_EQ(framework->controls[2].cwe.size(), cwe_family("AUT").size() + 1);
  EXPECT_EQ(framework->controls[2].minor_max, 0);
}

TEST(CheckType, HasTheTenWordsOfTheReferenceDocument) {
  for (const auto word : {"secrets", "sast_security", "sast_crypto", "sast_auth", "scan_recency", "quality_gates",
                          "pr_reviews", "sca_vulns", "code_quality", "iac_issues"}) {
    const auto type = check_type_from(word);
    ASSERT_TRUE(type) << word;
    EXPECT_EQ(to_text(*type), word);
    EXPECT_FALSE(baseline_recommendation(*type).reason.empty());
  }
  EXPECT_EQ(all_check_types().size(), 10U);
  EXPECT_FALSE(check_type_from("sast"));
  EXPECT_EQ(baseline_recommendation(CheckType::secrets).level, "required");
  EXPECT_EQ(baseline_recommendation(CheckType::pr_reviews).level, "recommended");
  EXPECT_EQ(baseline_recommendation(CheckType::iac_issues).level, "optional");
}

}  // namespace
}  // namespace codelake::compliance
