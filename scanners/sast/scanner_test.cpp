// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/encoding.h"
#include "core/file_type.h"
#include "core/yaml_image.h"
#include "scanners/sast/rule_cache.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace codelake::sast {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

constexpr std::string_view k_rule =
    "rules:\n- id: my.eval\n  message: Calls $F.\n  severity: ERROR\n  languages: [python]\n"
    "  patterns:\n  - pattern: $F(...)\n  - metavariable-regex: {metavariable: $F, regex: ^eval$}\n"
    "  metadata: {confidence: HIGH, cwe: CWE-95, fix_hint: Do not.}\n";

class SastScanner : public testing::Test {
 protected:
  void SetUp() override {
    m_path =
        (std::filesystem::path(testing::TempDir()) / ("sast_rule_" + std::string(name()) + ".yaml")).string();
    std::ofstream(m_path) << k_rule;
    m_options.config = &m_config;
    m_options.builtin_rules = false;
    m_options.rule_paths = {m_path};
  }
  void TearDown() override { std::filesystem::remove(m_path); }

  static std::string_view name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  ScanContext scan(const std::string& path, std::string text, FileTraits traits = {}) {
    const auto scanner = make_scanner(m_options);
    EXPECT_TRUE(scanner) << scanner.error().text();
    FileInfo info;
    info.path = path;
    info.language = language_of_path(path);
    info.vendored = is_vendored_path(path);
    info.test = is_test_path(path);
    EXPECT_TRUE((*scanner)->wants(info));
    ScanContext context("sast", path);
    (*scanner)->scan_file(context, SourceFile(info, std::move(text), traits));
    const ScannerCoverage& numbers = context.numbers();
    std::uint64_t skipped = 0;
    for (const auto& [reason, files] : numbers.skipped) skipped += files;
    EXPECT_EQ(numbers.files_seen, 1U);
    EXPECT_EQ(numbers.files_scanned + skipped, 1U);
    return context;
  }

  Config m_config;
  ScannerOptions m_options;
  std::string m_path;
};

TEST_F(SastScanner, GivesLessWeightToWhatAnOptionDecidesWhenTheRuleSaysSo) {
  const std::string code = "eval(a)\nif skip_checks:\n    eval(b)\n";
  for (const bool asked : {false, true}) {
    std::ofstream(m_path) << k_rule << (asked ? "  options: {lowered_behind_option: true}\n" : "");
    const ScanContext context = scan("a.py", code);
    ASSERT_EQ(context.findings.size(), 2U);
    EXPECT_EQ(context.findings[0].severity, Severity::high);
    EXPECT_EQ(context.findings[1].severity, asked ? Severity::medium : Severity::high);
  }
}

TEST_F(SastScanner, ReportsWhatARuleFinds) {
  const ScanContext context = scan("a/b.py", "class K:\n  def m(self):\n    return eval(\n      x)\n");
  ASSERT_EQ(context.findings.size(), 1U);
  const Finding& finding = context.findings[0];
  EXPECT_EQ(finding.rule_id, "my.eval");
  EXPECT_EQ(finding.severity, Severity::high);
  EXPECT_EQ(finding.confidence, Confidence::high);
  EXPECT_EQ(finding.message, "Calls eval.");
  EXPECT_EQ(finding.cwe, std::vector<int>{95});
  EXPECT_EQ(finding.range.start.line, 3U);
  EXPECT_EQ(finding.range.start.column, 12U);
  EXPECT_EQ(finding.snippet, "    return eval(\n      x)");
  EXPECT_EQ(finding.symbol, "K.m");
  EXPECT_EQ(finding.identity, "eval( x)");
  EXPECT_EQ(finding.fix, "Do not.");
}

TEST_F(SastScanner, SaysWhyAFileIsSkipped) {
  FileTraits binary;
  binary.binary = true;
  FileTraits minified;
  minified.minified = true;
  FileTraits generated;
  generated.generated = true;
  EXPECT_EQ(scan("a.py", "", binary).numbers().skipped.count("binary"), 1U);
  EXPECT_EQ(scan("a.py", "", minified).numbers().skipped.count("minified"), 1U);
  EXPECT_EQ(scan("a.py", "", generated).numbers().skipped.count("generated"), 1U);
  EXPECT_EQ(scan("node_modules/a.py", "").numbers().skipped.count("vendored"), 1U);
  m_options.limits.sast_file_bytes_max = 3;
  EXPECT_EQ(scan("a.py", "eval(1)").numbers().skipped.count("too large"), 1U);
}

TEST_F(SastScanner, CountsLanguagesItCannotRead) {
  ScanContext context = scan("a.pl", "eval x;");
  EXPECT_EQ(context.numbers().skipped.count("language not supported"), 1U);
  EXPECT_FALSE(context.numbers().languages["perl"].supported);
}

TEST_F(SastScanner, LooksAtTextOfAnyKindWhereARuleIsAboutItsPath) {
  std::ofstream(m_path) << k_rule << "- id: my.page\n  message: Raw.\n  severity: WARNING\n  languages: [regex]\n"
                                     "  paths: {include: [\"*.page\"]}\n  pattern-regex: raw\\b\n";
  EXPECT_EQ(scan("views/a.page", "raw x").findings.size(), 1U);
  EXPECT_EQ(scan("a.pl", "raw x").numbers().skipped.count("language not supported"), 1U);
  FileInfo picture;
  picture.path = "a.png";
  EXPECT_FALSE((*make_scanner(m_options))->wants(picture));
}

TEST_F(SastScanner, CountsWhatCouldNotBeParsed) {
  ScanContext context = scan("a.py", "eval(1)\nx = )) 2 3 4 +\n");
  EXPECT_EQ(context.findings.size(), 1U);
  EXPECT_EQ(context.numbers().languages["python"].files_partly_parsed, 1U);
  EXPECT_GT(context.numbers().languages["python"].bytes_not_parsed, 0U);
  ASSERT_EQ(context.notices.size(), 1U);
  EXPECT_EQ(context.notices[0].kind, NoticeKind::partly_parsed);
}

TEST_F(SastScanner, TrustsFindingsInTestsLess) {
  const ScanContext context = scan("tests/a.py", "eval(1)\n");
  ASSERT_EQ(context.findings.size(), 1U);
  EXPECT_EQ(context.findings[0].confidence, Confidence::medium);
}

TEST_F(SastScanner, HonoursTheConfiguration) {
  m_config.rule_severity["my.*"] = Severity::low;
  EXPECT_EQ(scan("a.py", "eval(1)").findings.at(0).severity, Severity::low);
  m_config.disabled_rules = {"*.eval"};
  EXPECT_TRUE(scan("a.py", "eval(1)").findings.empty());
}

TEST_F(SastScanner, SaysWhenARuleFindsTooMuch) {
  m_options.limits.findings_per_rule_and_file_max = 2;
  const ScanContext context = scan("a.py", "eval(1)\neval(2)\neval(3)\n");
  EXPECT_EQ(context.findings.size(), 2U);
  ASSERT_EQ(context.notices.size(), 1U);
  EXPECT_EQ(context.notices[0].kind, NoticeKind::limit);
}

TEST_F(SastScanner, SaysWhenARuleThatWasKeptCannotBeReadBack) {
  const test::TemporaryDirectory cache;
  m_options.cache_directory = cache.path();
  const auto rule = yaml::parse("rules:\n- {id: my.eval, languages: [python]}\n", "kept.yaml");
  ASSERT_TRUE(rule);
  RuleCache(cache.path(), m_options.rule_paths).keep({{RuleCache::key_of(k_rule), yaml::image_of(*rule)}});
  const auto scanner = make_scanner(m_options);
  ASSERT_TRUE(scanner) << scanner.error().text();
  FileInfo info;
  info.path = "a.py";
  info.language = "python";
  (*scanner)->prepare({info}, {});
  ScanContext context("sast", "a.py");
  (*scanner)->scan_project(context, {});
  ASSERT_EQ(context.notices.size(), 1U);
  EXPECT_EQ(context.notices[0].kind, NoticeKind::limit);
}

TEST_F(SastScanner, FailsWithAllErrorsOfTheUsersRules) {
  std::ofstream(m_path) << "rules:\n- id: a\n  pattern: f()\n";
  const auto scanner = make_scanner(m_options);
  ASSERT_FALSE(scanner);
  EXPECT_EQ(scanner.error().kind, ErrorKind::usage);
  EXPECT_EQ(scanner.error().subject, "3 errors");
}

}  // namespace
}  // namespace codelake::sast
