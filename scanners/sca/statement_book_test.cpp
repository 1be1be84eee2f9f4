// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/statement_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using ::testing::HasSubstr;

Finding finding_of(const std::string& ecosystem, const std::string& name, const std::string& version) {
  Finding finding;
  finding.type = FindingType::sca;
  finding.path = "web/package-lock.json";
  finding.package.emplace();
  finding.package->ecosystem = ecosystem;
  finding.package->name = name;
  finding.package->version = version;
  finding.package->advisory_ids = {"CVE-2024-0001", "GHSA-aaaa-bbbb-cccc"};
  return finding;
}

StatementBook book_of(const std::string& path, std::string_view text) {
  StatementBook book("2024-06-01");
  auto file = read_statements(path, text);
  EXPECT_TRUE(file) << file.error().text();
  if (file) book.add(std::move(*file));
  return book;
}

// What a file says of a finding, as "status; suppressed because".
std::string said(const std::string& path, std::string_view text, Finding finding = finding_of("npm", "weak", "1.5.0")) {
  StatementBook book = book_of(path, text);
  book.apply(finding);
  return finding.package->vex_status + ";" + (finding.suppression ? finding.suppression->reason : "");
}

std::string openvex(const std::string& statements) {
  return R"({"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "2024-01-01T00:00:00Z", "statements": [)" + statements + "]}";
}

std::string statement(const std::string& status, const std::string& products, const std::string& more = "") {
  return R"({"vulnerability": {"name": "GHSA-AAAA-bbbb-cccc"}, "products": [)" + products + R"(], "status": ")" + status + "\"" + more + "}";
}

constexpr const char* k_weak = R"({"@id": "pkg:npm/weak@1.5.0"})";

TEST(OpenVex, SuppressesWhatIsNotAffectedOrFixedAndLabelsTheRest) {
  EXPECT_EQ(said("a.vex.json", openvex(statement("not_affected", k_weak, R"(, "justification": "component_not_present")"))),
            "not_affected;not_affected by a.vex.json: component_not_present");
  EXPECT_EQ(said("a.vex.json", openvex(statement("fixed", k_weak))), "fixed;fixed by a.vex.json");
  EXPECT_EQ(said("a.vex.json", openvex(statement("under_investigation", k_weak))), "under_investigation;");
  EXPECT_EQ(said("a.vex.json", openvex(statement("affected", k_weak, R"(, "action_statement": "wait")"))), "affected;");
}

TEST(OpenVex, MeansThePackagesItNamesAndTheirVersions) {
  EXPECT_EQ(said("vex.json", openvex(statement("affected", R"({"@id": "pkg:npm/weak"})"))), "affected;") << "any version";
  EXPECT_EQ(said("vex.json", openvex(statement("affected", R"({"@id": "pkg:npm/weak@1.6.0"})"))), ";");
  EXPECT_EQ(said("vex.json", openvex(statement("affected", R"({"@id": "pkg:pypi/weak@1.5.0"})"))), ";");
  EXPECT_EQ(said("vex.json", openvex(statement("affected", R"({"@id": "https://example.com/app"})"))), ";") << "another product";
  EXPECT_EQ(said("vex.json", openvex(statement("affected", R"({"@id": "pkg:oci/app", "subcomponents": [)" + std::string(k_weak) + "]}"))), "affected;");
  EXPECT_EQ(said("vex.json", openvex(R"({"vulnerability": "CVE-2024-0001", "products": ["pkg:npm/weak@1.5.0"], "status": "affected"})")), "affected;")
      << "the form of the first versions";
}

TEST(OpenVex, BelievesTheLatestStatement) {
  const std::string old = statement("not_affected", k_weak, R"(, "timestamp": "2024-01-02T00:00:00Z")");
  const std::string late = statement("affected", k_weak, R"(, "timestamp": "2024-03-01T00:00:00Z")");
  EXPECT_EQ(said("vex.json", openvex(old + "," + late)), "affected;");
  EXPECT_EQ(said("vex.json", openvex(late + "," + old)), "affected;");
}

constexpr const char* k_csaf = R"({"document": {"category": "csaf_vex", "csaf_version": "2.0",
    "tracking": {"current_release_date": "2024-01-01T00:00:00Z"}},
  "product_tree": {
    "branches": [{"category": "vendor", "branches": [
      {"product": {"product_id": "LIB", "product_identification_helper": {"purl": "pkg:npm/weak@1.5.0"}}},
      {"product": {"product_id": "APP", "product_identification_helper": {"purl": "pkg:npm/app@2.0.0"}}}]}],
    "relationships": [{"category": "default_component_of", "product_reference": "LIB", "relates_to_product_reference": "APP",
                       "full_product_name": {"product_id": "LIB-IN-APP"}}],
    "product_groups": [{"group_id": "G", "product_ids": ["LIB-IN-APP", "LIB"]}]},
  "vulnerabilities": [{"cve": "CVE-2024-0001", "product_status": {"STATUS": ["PRODUCT"]},
    "flags": [{"label": "vulnerable_code_not_present", "group_ids": ["G"]}],
    "threats": [{"category": "impact", "details": "The code is left out", "product_ids": ["LIB-IN-APP"]}]}]})";

std::string csaf(const std::string& status, const std::string& product) {
  std::string text = k_csaf;
  text.replace(text.find("STATUS"), 6, status);
  return text.replace(text.find("PRODUCT\"]}"), 7, product);
}

TEST(Csaf, FindsThePackageBehindAProductAndWhy) {
  EXPECT_EQ(said("vex.json", csaf("known_not_affected", "LIB-IN-APP")),
            "not_affected;not_affected by vex.json: vulnerable_code_not_present: The code is left out");
  EXPECT_EQ(said("vex.json", csaf("fixed", "LIB")), "fixed;fixed by vex.json: vulnerable_code_not_present");
  EXPECT_EQ(said("vex.json", csaf("known_affected", "LIB")), "affected;");
  EXPECT_EQ(said("vex.json", csaf("under_investigation", "APP")), ";") << "speaks of another package";
  EXPECT_EQ(said("vex.json", csaf("fixed", "NOWHERE")), ";");
}

TEST(CycloneDxVex, FollowsReferencesInAndOutOfTheDocument) {
  const auto document = [](const std::string& state, const std::string& ref) {
    return R"({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"components": [{"bom-ref": "w", "purl": "pkg:npm/weak@1.5.0"}]}],
      "vulnerabilities": [{"id": "X-1", "references": [{"id": "CVE-2024-0001"}], "analysis": {"state": ")" + state +
           R"(", "justification": "code_not_reachable"}, "affects": [{"ref": ")" + ref + R"("}]}]})";
  };
  EXPECT_EQ(said(".vex/a.json", document("false_positive", "w")), "not_affected;not_affected by .vex/a.json: code_not_reachable");
  EXPECT_EQ(said(".vex/a.json", document("resolved", "urn:cdx:0/1#pkg%3Anpm%2Fweak%401.5.0")), "fixed;fixed by .vex/a.json: code_not_reachable");
  EXPECT_EQ(said(".vex/a.json", document("in_triage", "pkg:npm/weak@1.5.0")), "under_investigation;");
  EXPECT_EQ(said(".vex/a.json", document("exploitable", "elsewhere")), ";");
}

TEST(IgnoreFiles, OfOsvScannerHoldInTheirOwnFolder) {
  const std::string text = "[[IgnoredVulns]]\nid = \"CVE-2024-0001\"\nreason = \"tests only\"\n";
  EXPECT_EQ(said("web/osv-scanner.toml", text), ";ignored by web/osv-scanner.toml: tests only");
  EXPECT_EQ(said("osv-scanner.toml", text), ";");
  EXPECT_EQ(said("web/osv-scanner.toml", "[[PackageOverrides]]\nname = \"weak\"\necosystem = \"npm\"\nignore = true\n"), ";ignored by web/osv-scanner.toml");
  EXPECT_EQ(said("web/osv-scanner.toml", "[[PackageOverrides]]\nname = \"weak\"\nlicense.override = [\"MIT\"]\n"), ";");
}

TEST(IgnoreFiles, EndOnTheirDay) {
  const auto until = [](const std::string& day) { return said("web/osv-scanner.toml", "[[IgnoredVulns]]\nid = \"CVE-2024-0001\"\nignoreUntil = " + day + "\n"); };
  EXPECT_EQ(until("2024-06-02"), ";ignored by web/osv-scanner.toml");
  EXPECT_EQ(until("2024-06-01"), ";");
  EXPECT_EQ(said(".trivyignore", "CVE-2024-0001 exp:2024-06-02\n"), ";ignored by .trivyignore");
  EXPECT_EQ(said(".trivyignore", "CVE-2024-0001 exp:2024-05-31\n"), ";");
}

TEST(IgnoreFiles, OfTrivyNameAdvisoriesPathsAndPackages) {
  EXPECT_EQ(said(".trivyignore", "# why\nAVD-DS-0002\naws-access-key-id\nGHSA-aaaa-bbbb-cccc # later\n"), ";ignored by .trivyignore");
  const std::string head = "vulnerabilities:\n  - id: CVE-2024-0001\n    statement: known\n";
  EXPECT_EQ(said(".trivyignore.yaml", head), ";ignored by .trivyignore.yaml: known");
  EXPECT_EQ(said(".trivyignore.yaml", head + "    paths: [web/]\n    purls: ['pkg:npm/weak']\n"), ";ignored by .trivyignore.yaml: known");
  EXPECT_EQ(said(".trivyignore.yaml", head + "    paths: [api/]\n"), ";");
  EXPECT_EQ(said(".trivyignore.yaml", head + "    purls: ['pkg:npm/other']\n"), ";");
}

TEST(StatementBook, SaysWhatFitsNothingOrIsOver) {
  StatementBook book = book_of(".trivyignore", "CVE-2024-0001\nCVE-2024-0002\nCVE-2024-0003 exp:2024-01-01\n");
  Finding finding = finding_of("npm", "weak", "1.5.0");
  book.apply(finding);
  const auto notices = book.notices();
  ASSERT_EQ(notices.size(), 2U);
  EXPECT_EQ(notices[0].kind, NoticeKind::suppression);
  EXPECT_THAT(notices[0].message, HasSubstr("line 3: what it says of CVE-2024-0003 held until 2024-01-01"));
  EXPECT_EQ(notices[1].message, "1 of 3 statements fit no finding: CVE-2024-0002");
}

TEST(StatementBook, SaysWhatItCouldNotRead) {
  const auto notices = book_of("vex.json", openvex(R"({"status": "affected"})")).notices();
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_EQ(notices[0].kind, NoticeKind::malformed);
  EXPECT_FALSE(read_statements("vex.json", "{}"));
  EXPECT_FALSE(read_statements("vex.json", "nonsense"));
  EXPECT_FALSE(read_statements("osv-scanner.toml", "= ="));
}

TEST(StatementBook, LooksOnlyAtFilesThatAreMeant) {
  for (const char* path : {".vex/a.json", "a/.vex/b.json", "openvex.json", "x/y.openvex.json", "a/osv-scanner.toml", ".trivyignore"})
    EXPECT_TRUE(is_statement_file(path)) << path;
  for (const char* path : {"a/.trivyignore", "a.json", ".vex/readme.md", "vex/a.json"}) EXPECT_FALSE(is_statement_file(path)) << path;
}

}  // namespace
}  // namespace codelake::sca
