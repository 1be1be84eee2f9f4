// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index.h"

#include "core/file.h"
#include "core/hash.h"
#include "scanners/sca/advisories/index_builder.h"
#include "scanners/sca/advisories/index_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

namespace codelake::sca {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A record of one package; `more` are further members, `affected` those of its entry.
std::string record(const std::string& id, const std::string& package, const std::string& affected,
                   const std::string& more = {}) {
  return R"({"id": ")" + id + R"(", "modified": "2024-01-01T00:00:00Z", "summary": "About )" + id + "\"" +
         (more.empty() ? "" : ", " + more) + R"(, "affected": [{"package": {)" + package + "}, " + affected +
         "}]}";
}

const std::string k_npm = R"("ecosystem": "npm", "name": "left")";
const std::string k_pypi = R"("ecosystem": "PyPI", "name": "Zope.Interface")";
const std::string k_below_2 =
    R"("ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}])";

class Index : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = ::testing::TempDir() + "index_test_XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    m_folder = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  std::string bytes(const std::string& ecosystem, const std::vector<std::string>& records) {
    IndexBuilder builder(ecosystem, m_orderings);
    for (const std::string& json : records) {
      const auto parsed = m_reader.parse(json);
      EXPECT_TRUE(parsed) << json;
      if (parsed) builder.add(*parsed);
    }
    return builder.finish().value();
  }
  AdvisoryIndex index(const std::string& ecosystem, const std::vector<std::string>& records) {
    EXPECT_TRUE(write_file_atomically(m_folder + "/" + ecosystem + ".idx", bytes(ecosystem, records)));
    return std::move(AdvisoryIndex::open(m_folder).value());
  }
  // The preferred ids that affect a version.
  static std::vector<std::string> ids(const AdvisoryIndex& index, std::string_view ecosystem,
                                      std::string_view name, std::string_view version) {
    std::vector<std::string> result;
    const auto hits = index.find(ecosystem, name, version).value();
    for (const AdvisoryHit& hit : hits) result.push_back(hit.ids.front());
    return result;
  }

  std::string m_folder;
  OsvReader m_reader;
  std::vector<std::unique_ptr<VersionOrdering>> m_orderings = all_orderings();
};

TEST_F(Index, FindsWhatTheRangesContain) {
  const AdvisoryIndex one = index("npm", {record("GHSA-1", k_npm, k_below_2)});
  EXPECT_THAT(ids(one, "npm", "left", "1.9.9"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "2.0.0"), IsEmpty());
  EXPECT_THAT(ids(one, "npm", "right", "1.0.0"), IsEmpty());
  EXPECT_THAT(ids(one, "PyPI", "left", "1.0.0"), IsEmpty());
}

TEST_F(Index, FindsListedVersionsAlsoOutsideOfTheRanges) {
  const AdvisoryIndex one =
      index("npm", {record("GHSA-1", k_npm, R"("versions": ["3.1.0", "odd one"], )" + k_below_2)});
  EXPECT_THAT(ids(one, "npm", "left", "3.1.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "v3.1.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "odd one"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "3.1.1"), IsEmpty());
  EXPECT_THAT(ids(one, "npm", "left", "odd two"), IsEmpty());
}

TEST_F(Index, NeverAffectsAnEmptyVersion) {
  const std::string always =
      R"("versions": [""], "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}])";
  const AdvisoryIndex one = index("npm", {record("GHSA-1", k_npm, always)});
  EXPECT_THAT(ids(one, "npm", "left", ""), IsEmpty());
  EXPECT_THAT(ids(one, "npm", "left", "latest"), IsEmpty());
  EXPECT_THAT(ids(one, "npm", "left", "0.0.1"), ElementsAre("GHSA-1"));
}

TEST_F(Index, EvaluatesTheRangesBesideAGitRange) {
  const AdvisoryIndex one = index("PyPI", {record("PYSEC-1", k_pypi, R"("ranges": [
    {"type": "GIT", "repo": "https://r.example/", "events": [{"introduced": "0"}, {"fixed": "abc"}]},
    {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}])")});
  EXPECT_THAT(ids(one, "PyPI", "zope-interface", "1.0"), ElementsAre("PYSEC-1"));
  EXPECT_THAT(ids(one, "PyPI", "zope-interface", "2.0"), IsEmpty());
}

TEST_F(Index, JoinsEveryAffectedEntryOfAPackage) {
  const std::string json = R"({"id": "GHSA-1", "affected": [
    {"package": {"ecosystem": "npm", "name": "left"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "1.0.0"}, {"fixed": "1.5.0"}]}]},
    {"package": {"ecosystem": "npm", "name": "left"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "2.0.0"}, {"fixed": "2.3.0"}]}]},
    {"package": {"ecosystem": "PyPI", "name": "left"}, "versions": ["9.0.0"]}]})";
  const AdvisoryIndex one = index("npm", {json});
  EXPECT_THAT(ids(one, "npm", "left", "1.2.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "2.2.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(one, "npm", "left", "1.7.0"), IsEmpty());
  EXPECT_THAT(ids(one, "npm", "left", "9.0.0"), IsEmpty());
  EXPECT_THAT(one.find("npm", "left", "1.2.0").value()[0].fixed_versions, ElementsAre("1.5.0", "2.3.0"));
  EXPECT_THAT(one.find("npm", "left", "2.2.0").value()[0].fixed_versions, ElementsAre("2.3.0"));
}

TEST_F(Index, NormalisesNames) {
  const AdvisoryIndex one = index("PyPI", {record("PYSEC-1", k_pypi, R"("versions": ["1.0"])")});
  for (const char* name : {"zope-interface", "Zope_Interface", "zope.-interface"}) {
    EXPECT_THAT(ids(one, "PyPI", name, "1.0"), ElementsAre("PYSEC-1")) << name;
  }
  EXPECT_THAT(ids(one, "PyPI", "zope-interface", "1.0.0"), ElementsAre("PYSEC-1"));
}

TEST_F(Index, AsksAllSuffixesUnlessOneIsGiven) {
  const std::string suffixed = R"("ecosystem": "Packagist:https://p.example/8", "name": "drupal/x")";
  const std::string plain = R"("ecosystem": "Packagist", "name": "drupal/x")";
  const AdvisoryIndex one = index("Packagist", {record("DRUPAL-1", suffixed, R"("versions": ["1.0.0"])"),
                                                record("GHSA-1", plain, R"("versions": ["1.0.0"])")});
  EXPECT_THAT(ids(one, "Packagist", "drupal/x", "1.0.0"), ElementsAre("DRUPAL-1", "GHSA-1"));
  EXPECT_THAT(ids(one, "Packagist:https://p.example/8", "drupal/x", "1.0.0"), ElementsAre("DRUPAL-1"));
  EXPECT_THAT(ids(one, "Packagist:https://p.example/7", "drupal/x", "1.0.0"), IsEmpty());
  EXPECT_TRUE(one.covers("Packagist:https://p.example/8"));
}

TEST_F(Index, GroupsAliasesAndPrefersTheCve) {
  const AdvisoryIndex one = index(
      "npm",
      {record(
           "PYSEC-1", k_npm, k_below_2,
           R"("aliases": ["CVE-2024-2"], "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N"}])"),
       record(
           "GHSA-1", k_npm,
           R"("ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.5.0"}]}])",
           R"("aliases": ["CVE-2024-2", "SNYK-1"], "related": ["CVE-2020-1"], "upstream": ["CVE-2020-2"])"),
       record("ZZZ-1", k_npm, k_below_2)});
  const auto hits = one.find("npm", "left", "1.0.0").value();
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_THAT(hits[0].ids, ElementsAre("CVE-2024-2", "GHSA-1", "PYSEC-1", "SNYK-1"));
  EXPECT_EQ(hits[0].summary, "About GHSA-1");
  EXPECT_EQ(hits[0].severity, Severity::high);
  EXPECT_EQ(hits[0].score, 7.5);
  // 2.0.0 fixes it for one record, but the other calls that version affected.
  EXPECT_THAT(hits[0].fixed_versions, ElementsAre("2.5.0"));
  EXPECT_THAT(hits[1].ids, ElementsAre("ZZZ-1"));
}

TEST_F(Index, DropsWithdrawnRecords) {
  const std::string withdrawn = record("GHSA-1", k_npm, k_below_2, R"("withdrawn": "2024-02-01T00:00:00Z")");
  EXPECT_THAT(ids(index("npm", {withdrawn}), "npm", "left", "1.0.0"), IsEmpty());
  // The later word on one id counts, in whatever order they come.
  std::string later = record("GHSA-1", k_npm, k_below_2);
  later.replace(later.find("2024-01"), 7, "2024-03");
  EXPECT_THAT(ids(index("npm", {later, withdrawn}), "npm", "left", "1.0.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(index("npm", {withdrawn, later}), "npm", "left", "1.0.0"), ElementsAre("GHSA-1"));
}

TEST_F(Index, RatesByVectorThenByWordThenMedium) {
  const auto rated = [&](const std::string& affected, const std::string& more) {
    const AdvisoryIndex one =
        index("npm", {record("X-1", k_npm, affected + R"("versions": ["1.0.0"])", more)});
    const AdvisoryHit hit = one.find("npm", "left", "1.0.0").value().at(0);
    return std::pair(hit.severity, hit.score);
  };
  const std::string low = R"("severity": [{"type": "CVSS_V2", "score": "AV:L/AC:H/Au:M/C:P/I:N/A:N"},
                                          {"type": "CVSS_V3", "score": "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"}])";
  const std::string critical =
      R"("severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}], )";
  EXPECT_EQ(rated("", low), std::pair(Severity::low, std::optional(1.8)));
  EXPECT_EQ(rated(critical, low), std::pair(Severity::critical, std::optional(9.8)));
  EXPECT_EQ(rated("", R"("database_specific": {"severity": "MODERATE"})"),
            std::pair(Severity::medium, std::optional<double>()));
  EXPECT_EQ(rated("", R"("database_specific": {"severity": "High"})"),
            std::pair(Severity::high, std::optional<double>()));
  EXPECT_EQ(rated("", R"("database_specific": {"severity": "Unknown"})"),
            std::pair(Severity::medium, std::optional<double>()));
  EXPECT_EQ(rated("", R"("severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/broken"}])"),
            std::pair(Severity::medium, std::optional<double>()));
}

TEST_F(Index, CallsMaliciousPackagesCritical) {
  const AdvisoryIndex one =
      index("npm", {record("MAL-2024-1", k_npm, R"("versions": ["1.0.0"])",
                           R"("database_specific": {"severity": "LOW", "cwe_ids": ["CWE-506"]})")});
  const AdvisoryHit hit = one.find("npm", "left", "1.0.0").value().at(0);
  EXPECT_TRUE(hit.malicious);
  EXPECT_EQ(hit.severity, Severity::critical);
  EXPECT_EQ(hit.score, std::nullopt);
  EXPECT_THAT(hit.cwe, ElementsAre(506));
}

TEST_F(Index, MakesASummaryAndKeepsTheBestReferences) {
  const std::string json =
      R"({"id": "PYSEC-1", "details": "\n# OVERVIEW\n---\n# A flaw  in\tx 1.0. It is bad.\nMore",
    "references": [{"type": "WEB", "url": "https://web.example/"}, {"type": "FIX", "url": "https://fix.example/"},
                   {"type": "ADVISORY", "url": "https://advisory.example/"}, {"type": "WEB", "url": "https://fix.example/"},
                   {"type": "WEB", "url": "javascript:x"}, {"type": "WEB", "url": "https://x.example/\u001b[0m"}],
    "affected": [{"package": {"ecosystem": "npm", "name": "left"}, "versions": ["1.0.0"]}]
})";
  const AdvisoryIndex one = index("npm", {json});
  const AdvisoryHit hit = one.find("npm", "left", "1.0.0").value().at(0);
  EXPECT_EQ(hit.summary, "A flaw in x 1.0.");
  EXPECT_THAT(hit.references,
              ElementsAre("https://advisory.example/", "https://fix.example/", "https://web.example/"));
}

TEST_F(Index, SaysWhatItCovers) {
  const AdvisoryIndex one = index("npm", {record("GHSA-1", k_npm, k_below_2)});
  EXPECT_TRUE(one.covers("npm"));
  EXPECT_FALSE(one.covers("PyPI"));
  ASSERT_EQ(one.coverage().size(), 1U);
  EXPECT_EQ(one.coverage()[0].ecosystem, "npm");
  EXPECT_EQ(one.coverage()[0].advisories, 1U);
  EXPECT_EQ(one.coverage()[0].packages, 1U);
  EXPECT_EQ(one.coverage()[0].newest_modified, "2024-01-01T00:00:00Z");
}

TEST_F(Index, DoesNotClaimToCoverAnEcosystemWhoseVersionsItCannotOrder) {
  const std::string package = R"("ecosystem": "Nowhere", "name": "left")";
  const AdvisoryIndex one = index("Nowhere", {record("X-1", package, R"("versions": ["a"], "ranges":
    [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}])")});
  EXPECT_FALSE(one.covers("Nowhere"));
  EXPECT_THAT(ids(one, "Nowhere", "left", "a"), ElementsAre("X-1"));
  EXPECT_THAT(ids(one, "Nowhere", "left", "b"), IsEmpty());
}

TEST_F(Index, FailsWhenThereIsNone) {
  const auto none = AdvisoryIndex::open(m_folder);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::advisories);
  EXPECT_NE(none.error().remedy.find("db update"), std::string::npos);
  EXPECT_FALSE(AdvisoryIndex::open(m_folder + "/absent"));
}

TEST_F(Index, RefusesAForeignFileAndOneOfAnotherEcosystem) {
  ASSERT_TRUE(write_file_atomically(m_folder + "/npm.idx", "SQLite format 3"));
  EXPECT_EQ(AdvisoryIndex::open(m_folder).error().cause, "not an advisory index");
  ASSERT_TRUE(write_file_atomically(m_folder + "/npm.idx", bytes("PyPI", {})));
  EXPECT_EQ(AdvisoryIndex::open(m_folder).error().cause, "it holds the ecosystem 'PyPI'");
  ASSERT_TRUE(write_file_atomically(m_folder + "/npm.idx", ""));
  EXPECT_FALSE(AdvisoryIndex::open(m_folder));
}

TEST_F(Index, KeepsReadingAFileThatIsReplaced) {
  const AdvisoryIndex old = index("npm", {record("GHSA-1", k_npm, k_below_2)});
  const AdvisoryIndex renewed = index("npm", {record("GHSA-2", k_npm, k_below_2)});
  EXPECT_THAT(ids(old, "npm", "left", "1.0.0"), ElementsAre("GHSA-1"));
  EXPECT_THAT(ids(renewed, "npm", "left", "1.0.0"), ElementsAre("GHSA-2"));
}

std::vector<std::string> many_records() {
  std::vector<std::string> records;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    const std::string package = R"("ecosystem": "npm", "name": "p)" + std::to_string(i % 7) + "\"";
    records.push_back(
        record("GHSA-" + number, package, R"("versions": ["1.0.)" + number + "\", \"x\"], " + k_below_2,
               R"("aliases": ["CVE-)" + std::to_string(i / 2) +
                   R"("], "references": [{"type": "WEB", "url": "https://a.example/)" + number + "\"}]"));
  }
  return records;
}

TEST_F(Index, HasTheSameBytesInWhateverOrderAndHoweverOftenRecordsCome) {
  std::vector<std::string> records = many_records();
  const std::string expected = bytes("npm", records);
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    records.push_back(records[static_cast<std::size_t>(round)]);
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(sha256_hex(bytes("npm", records)), sha256_hex(expected));
  }
}

TEST_F(Index, DecidesBetweenRecordsOfOneIdAndTimeWithoutTheirOrder) {
  const std::string one = record("GHSA-1", k_npm, k_below_2);
  const std::string two = record("GHSA-1", k_npm, R"("versions": ["1.0.0"])");
  EXPECT_EQ(bytes("npm", {one, two}), bytes("npm", {two, one}));
}

TEST_F(Index, IsMadeAgainFromItself) {
  std::vector<std::string> records = many_records();
  records.push_back(record("GHSA-W", k_npm, k_below_2, R"("withdrawn": "2024-02-01T00:00:00Z")"));
  records.push_back(
      record("GHSA-G", k_npm, R"("ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}])"));
  const std::string whole = bytes("npm", records);
  IndexBuilder builder("npm", m_orderings);
  ASSERT_TRUE(builder.add_installed(IndexFile::open(whole, "test").value()));
  EXPECT_EQ(builder.counts().withdrawn, 1U);
  EXPECT_EQ(builder.counts().without_versions, 1U);
  EXPECT_EQ(builder.counts().advisories, 60U);
  EXPECT_EQ(sha256_hex(builder.finish().value()), sha256_hex(whole));
}

TEST_F(Index, TellsNoticesFromVulnerabilities) {
  const std::string crate = R"("ecosystem": "crates.io", "name": "left")";
  const std::string notice = R"("database_specific": {"informational": "unmaintained"}, )" + k_below_2;
  const AdvisoryIndex one =
      index("crates.io", {record("RUSTSEC-1", crate, notice), record("RUSTSEC-2", crate, k_below_2)});
  const auto hits = one.find("crates.io", "left", "1.0.0").value();
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].informational, Informational::unmaintained);
  EXPECT_EQ(hits[0].severity, Severity::info);
  EXPECT_EQ(hits[1].informational, Informational::none);
}

TEST_F(Index, KeepsTheSymbolsThatARecordNames) {
  const std::string go = R"("ecosystem_specific": {"imports": [{"path": "left/a", "symbols": ["B", "A"]},
                                                                {"path": "left/c"}]}, )";
  const std::string rust = R"("ecosystem_specific": {"affects": {"functions": ["left::f"]}}, )";
  const AdvisoryIndex one =
      index("npm", {record("X-1", k_npm, go + k_below_2), record("X-2", k_npm, rust + k_below_2)});
  const auto hits = one.find("npm", "left", "1.0.0").value();
  EXPECT_THAT(hits.at(0).symbols, ElementsAre("left/a#A", "left/a#B", "left/c"));
  EXPECT_THAT(hits.at(1).symbols, ElementsAre("left::f"));
}

TEST_F(Index, RefusesEveryCutOffFile) {
  const std::string whole = bytes("npm", many_records());
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 97) {
    EXPECT_FALSE(IndexFile::open(std::string_view(whole).substr(0, size), "test")) << size;
  }
  EXPECT_TRUE(IndexFile::open(whole, "test"));
}

TEST_F(Index, EndsInAnErrorOrAnAnswerForEveryDamagedByte) {
  const std::string whole = bytes("npm", many_records());
  std::size_t refused = 0;
  for (std::size_t place = 0; place < whole.size(); ++place) {
    std::string damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ 0xFF);
    const auto file = IndexFile::open(damaged, "test");
    if (!file) {
      ++refused;
      continue;
    }
    const auto matches = file->match("p3", std::nullopt, "1.0.3", ordering_for(m_orderings, "npm"));
    bool whole_answer = matches.has_value();
    IndexFile::Block block;
    for (const AdvisoryMatch& match : matches.value_or(std::vector<AdvisoryMatch>{}))
      whole_answer = file->describe(match, block).has_value() && whole_answer;
    IndexBuilder builder("npm", m_orderings);
    whole_answer = builder.add_installed(*file).has_value() && whole_answer;
    refused += whole_answer ? 0 : 1;
  }
  // All of the header at least, and many an offset.
  EXPECT_GT(refused, index_format::k_header_bytes);
}

}  // namespace
}  // namespace codelake::sca
