// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "scanners/sca/advisories/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace codelake::sca {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

constexpr std::string_view k_lockfile = R"({
  "lockfileVersion": 3,
  "packages": {
    "": { "dependencies": { "top": "^1.0.0", "evil": "*", "forked": "git+https://example.com/forked.git" } },
    "node_modules/top": { "version": "1.0.0", "dependencies": { "middle": "*" } },
    "node_modules/middle": { "version": "2.0.0", "dependencies": { "weak": "*" } },
    "node_modules/weak": { "version": "1.5.0" },
    "node_modules/evil": { "version": "6.6.6" },
    "node_modules/forked": { "version": "1.5.0", "resolved": "git+https://example.com/forked.git#0123456" }
  }
}
)";

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

// A database with a weakness in `weak` and `forked` and a malicious `evil`, all of npm.
class ScaScan : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    m_folder = fs::path(::testing::TempDir()) / ("codelake_sca_" + std::string(test->name()));
    fs::remove_all(m_folder);
    write(m_folder / "export/npm/CVE-2024-0001.json", advisory("CVE-2024-0001", "weak"));
    write(m_folder / "export/npm/CVE-2024-0002.json", advisory("CVE-2024-0002", "forked"));
    write(m_folder / "export/npm/MAL-2024-1.json",
          R"({"id": "MAL-2024-1", "modified": "2024-01-01T00:00:00Z", "summary": "Steals tokens",
              "affected": [{"package": {"ecosystem": "npm", "name": "evil"}, "versions": ["6.6.6"]}]})");
  }
  void TearDown() override { fs::remove_all(m_folder); }

  static std::string advisory(const std::string& id, const std::string& package) {
    return R"({"id": ")" + id + R"(", "modified": "2024-01-01T00:00:00Z", "summary": "Runs anything",
      "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"}],
      "affected": [{"package": {"ecosystem": "npm", "name": ")" +
           package + R"("}, "ranges": [{"type": "SEMVER",
      "events": [{"introduced": "0"}, {"fixed": "1.5.2"}, {"introduced": "2.0.0"}, {"fixed": "2.0.1"}]}]}]})";
  }

  void import_database() const {
    const auto summary =
        import_advisories((m_folder / "db").string(), (m_folder / "export").string(), "2024-02-01T00:00:00Z");
    ASSERT_TRUE(summary) << summary.error().text();
  }

  // Scans files given as path and text; the results of all files and of the project in one context.
  // Source files are only glanced at.
  ScanContext scan(const std::vector<std::pair<std::string, std::string>>& files,
                   const std::string& now = {}) const {
    ScannerOptions options;
    const Config config;
    options.config = &config;
    options.now = now;
    options.advisories_directory = (m_folder / "db").string();
    const auto scanner = make_scanner(options);
    ScanContext all("sca", "");
    for (const auto& [path, text] : files) {
      FileInfo info;
      info.path = path;
      info.language = path.ends_with(".js") ? "javascript" : "";
      EXPECT_NE((*scanner)->wants(info), (*scanner)->glances_at(info)) << path;
      ScanContext context("sca", path);
      if ((*scanner)->wants(info))
        (*scanner)->scan_file(context, SourceFile(info, text, {}));
      else
        (*scanner)->glance(context, SourceFile(info, text, {}));
      for (auto& fact : context.facts) all.facts.push_back(std::move(fact));
      all.notices.insert(all.notices.end(), context.notices.begin(), context.notices.end());
      all.coverage.add(context.coverage);
    }
    const auto facts = std::move(all.facts);
    (*scanner)->scan_project(all, facts);
    return all;
  }

  fs::path m_folder;
};

TEST_F(ScaScan, ReportsAVulnerablePackageWithTheWayToIt) {
  import_database();
  const ScanContext result = scan({{"web/package-lock.json", std::string(k_lockfile)}});
  ASSERT_EQ(result.findings.size(), 2U);
  const Finding& finding = result.findings[1];
  EXPECT_EQ(finding.rule_id, "sca.CVE-2024-0001");
  EXPECT_EQ(finding.type, FindingType::sca);
  EXPECT_EQ(finding.severity, Severity::critical);
  EXPECT_EQ(finding.message, "weak 1.5.0: Runs anything (CVE-2024-0001); fixed in 1.5.2");
  EXPECT_EQ(finding.path, "web/package-lock.json");
  EXPECT_EQ(finding.range.start, (Position{7, 5, finding.range.start.offset}));
  EXPECT_EQ(finding.snippet, "\"node_modules/weak\": { \"version\": \"1.5.0\" },");
  EXPECT_EQ(finding.identity, "npm/weak");
  EXPECT_EQ(finding.package->fixed_version, "1.5.2");
  EXPECT_EQ(finding.package->purl, "pkg:npm/weak@1.5.0");
  EXPECT_THAT(finding.package->advisory_ids, ElementsAre("CVE-2024-0001"));
  EXPECT_THAT(finding.package->path, ElementsAre("top@1.0.0", "middle@2.0.0", "weak@1.5.0"));
}

TEST_F(ScaScan, SaysWhatToRaiseAndWhetherThePackageIsUsed) {
  import_database();
  const std::string epss = "cve,epss,percentile\nCVE-2024-0001,0.5,0.9\n";
  write(m_folder / "epss.csv", epss);
  ASSERT_TRUE(import_advisories((m_folder / "db").string(), (m_folder / "epss.csv").string(),
                                "2024-02-01T00:00:00Z"));
  const ScanContext result = scan(
      {{"package-lock.json", std::string(k_lockfile)}, {"src/a.js", "\nconst w = require('weak/part')\n"}});
  ASSERT_EQ(result.findings.size(), 2U);
  const PackageDetail& weak = *result.findings[1].package;
  EXPECT_EQ(weak.raise, "top@1.0.0");
  EXPECT_EQ(weak.fixed_same_major, "1.5.2");
  EXPECT_EQ(weak.kind, "vulnerability");
  EXPECT_EQ(weak.usage, "imported");
  EXPECT_THAT(weak.imported_at, ElementsAre("src/a.js:2"));
  EXPECT_EQ(weak.epss, 0.5);
  EXPECT_FALSE(weak.known_exploited);
  EXPECT_THAT(result.findings[1].fix, HasSubstr("by a release of top@1.0.0"));
  EXPECT_EQ(result.findings[0].package->kind, "malicious");
  EXPECT_EQ(result.findings[0].package->usage, "not imported");
  EXPECT_EQ(result.coverage.scanners.at("sca").files_seen, 1U);
}

TEST_F(ScaScan, DoesNotTakeOldAdvisoriesForALook) {
  import_database();
  const std::vector<std::pair<std::string, std::string>> files = {
      {"package-lock.json", std::string(k_lockfile)}};
  EXPECT_TRUE(scan(files, "2024-03-01T00:00:00Z").coverage.ecosystems.at("npm").assessed);
  const ScanContext old = scan(files, "2024-04-01T00:00:00Z");
  EXPECT_FALSE(old.coverage.ecosystems.at("npm").assessed);
  EXPECT_EQ(old.findings.size(), 2U);
  ASSERT_EQ(old.notices.size(), 1U);
  EXPECT_THAT(old.notices[0].message, HasSubstr("the advisories of npm are 60 days old"));
}

TEST_F(ScaScan, CallsAMaliciousPackageCritical) {
  import_database();
  const ScanContext result = scan({{"package-lock.json", std::string(k_lockfile)}});
  ASSERT_FALSE(result.findings.empty());
  EXPECT_EQ(result.findings[0].rule_id, "sca.MAL-2024-1");
  EXPECT_EQ(result.findings[0].severity, Severity::critical);
  EXPECT_THAT(result.findings[0].fix, HasSubstr("remove evil"));
}

TEST_F(ScaScan, NeverMatchesWhatDoesNotComeFromARegistry) {
  import_database();
  for (const Finding& finding : scan({{"package-lock.json", std::string(k_lockfile)}}).findings) {
    EXPECT_NE(finding.package->name, "forked");
  }
}

TEST_F(ScaScan, SaysThatThereIsNoDatabase) {
  const ScanContext result = scan({{"package-lock.json", std::string(k_lockfile)}});
  EXPECT_THAT(result.findings, IsEmpty());
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_EQ(result.notices[0].kind, NoticeKind::advisories);
  EXPECT_THAT(result.notices[0].message, HasSubstr("npm (4 packages)"));
  EXPECT_THAT(result.notices[0].message, HasSubstr("codelake db update"));
  EXPECT_FALSE(result.coverage.ecosystems.at("npm").assessed);
}

TEST_F(ScaScan, SaysWhichEcosystemIsNotCovered) {
  import_database();
  const ScanContext result = scan({{"Gemfile.lock", "GEM\n  specs:\n    rails (7.0.0)\n"},
                                   {"package-lock.json", std::string(k_lockfile)}});
  EXPECT_EQ(result.findings.size(), 2U);
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_THAT(result.notices[0].message, HasSubstr("RubyGems (1 packages)"));
  EXPECT_FALSE(result.coverage.ecosystems.at("RubyGems").assessed);
  EXPECT_TRUE(result.coverage.ecosystems.at("npm").assessed);
}

TEST_F(ScaScan, CountsUnpinnedPackagesAndNeverMatchesTheirFloor) {
  const ScanContext result = scan({{"requirements.txt", "PyJWT>=2.10\nflask==3.0.0\n"}});
  EXPECT_EQ(result.packages.size(), 2U);
  EXPECT_EQ(result.coverage.ecosystems.at("PyPI").packages, 2U);
  EXPECT_EQ(result.coverage.ecosystems.at("PyPI").unresolved, 1U);
  EXPECT_EQ(result.coverage.manifests_found, 1U);
  EXPECT_EQ(result.coverage.manifests_resolved, 1U);
  EXPECT_THAT(result.notices[0].message, HasSubstr("PyJWT >=2.10"));
}

TEST_F(ScaScan, TellsACommitFromWhatIsNotPinned) {
  const std::string commit(40, 'a');
  const ScanContext result = scan({{".github/workflows/ci.yml",
                                    "jobs:\n  a:\n    steps:\n    - uses: some/action@" + commit + "\n    - uses: other/action@v4\n"}});
  std::vector<std::string> messages;
  for (const Notice& notice : result.notices) messages.push_back(notice.message);
  EXPECT_THAT(messages, ::testing::Contains("1 package is not pinned to one version and not checked: other/action v4"));
  EXPECT_THAT(messages, ::testing::Contains(
                            "1 package is pinned to a commit, which names no release, and not checked: some/action " + commit));
}

TEST_F(ScaScan, CountsAMalformedLockfileAsSkipped) {
  const ScanContext result = scan({{"package-lock.json", "{\n\"packages\": }"}});
  EXPECT_EQ(result.coverage.manifests_found, 1U);
  EXPECT_EQ(result.coverage.manifests_resolved, 0U);
  EXPECT_EQ(result.coverage.scanners.at("sca").skipped.at("malformed"), 1U);
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_EQ(result.notices[0].kind, NoticeKind::malformed);
  EXPECT_EQ(result.notices[0].path, "package-lock.json");
  EXPECT_THAT(result.notices[0].message, HasSubstr("line 2"));
}

TEST_F(ScaScan, LeavesVendoredLockfilesAlone) {
  ScannerOptions options;
  const Config config;
  options.config = &config;
  const auto scanner = make_scanner(options);
  FileInfo info;
  info.path = "node_modules/a/package-lock.json";
  info.vendored = true;
  EXPECT_FALSE((*scanner)->wants(info));
  info.path = "README.md";
  info.vendored = false;
  EXPECT_FALSE((*scanner)->wants(info));
}

TEST_F(ScaScan, GlancesAtLicencesAndStatementsButNotAtThoseOfTests) {
  ScannerOptions options;
  const Config config;
  options.config = &config;
  const auto scanner = make_scanner(options);
  for (const char* path : {"COPYING", ".vex/a.json", "web/osv-scanner.toml", ".trivyignore"}) {
    FileInfo info;
    info.path = path;
    EXPECT_FALSE((*scanner)->wants(info)) << path;
    EXPECT_TRUE((*scanner)->glances_at(info)) << path;
    info.test = true;
    EXPECT_FALSE((*scanner)->glances_at(info)) << path;
  }
}

}  // namespace
}  // namespace codelake::sca
