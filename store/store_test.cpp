// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "tests/support/sample_scan.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace codelake::store {
namespace {

using test::sample_finding;
using test::sample_scan;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto k_now = "2026-04-26T10:00:10Z";

struct StoreTest : testing::Test {
  test::TemporaryDirectory folder;
  std::string path = folder.file("home/codelake.db");

  Store opened(const std::string& now = k_now) {
    auto store = Store::open(path, now);
    if (!store) ADD_FAILURE() << store.error().text();
    return *std::move(store);
  }
  static void save(Store& store, const ScanReport& report) {
    const auto result = store.save(report);
    EXPECT_TRUE(result) << result.error().text();
  }
  static std::string status_of(Store& store, const std::string& id) {
    const auto finding = store.finding(id, "");
    return finding && *finding ? (*finding)->status : "none";
  }
};

TEST_F(StoreTest, GivesBackProjectsAndScans) {
  Store store = opened();
  save(store, sample_scan("a1", {sample_finding("aa"), sample_finding("bb")}));
  save(store, sample_scan("b2", {sample_finding("aa")}));
  const auto projects = store.projects();
  ASSERT_EQ(projects->size(), 1U);
  EXPECT_EQ(projects->front().name, "shop");
  EXPECT_EQ(projects->front().number, 1);
  EXPECT_EQ(projects->front().scans, 2);
  EXPECT_EQ(projects->front().last_scan_id, "s_b2");
  EXPECT_EQ(projects->front().open_findings, 1);
  EXPECT_EQ(projects->front().overall_score, 50);
  const auto scans = store.scans("shop", 10);
  ASSERT_EQ(scans->size(), 2U);
  EXPECT_EQ(scans->front().id, "s_b2");
  EXPECT_EQ(scans->front().branch, "main");
  EXPECT_EQ(store.scans("shop", 1, 1)->front().id, "s_a1");
  EXPECT_EQ((*store.scan("a1"))->open_findings, 2);
  EXPECT_EQ((*store.scan("s_a"))->id, "s_a1");
  EXPECT_FALSE(*store.scan("c"));
  EXPECT_EQ((*store.last_scan("shop"))->id, "s_b2");
  EXPECT_FALSE(*store.last_scan("other"));
  EXPECT_EQ((*store.project("p_5ca1ab1e"))->name, "shop");
}

TEST_F(StoreTest, HidesTheScoreOfAScanThatAssessedNothing) {
  Store store = opened();
  ScanReport report = sample_scan("a1", {});
  report.scorecard.summary = {0, 2, 0, 0, 0, 2, "Not assessed", {}, ""};
  save(store, report);
  EXPECT_FALSE(store.projects()->front().overall_score);
  EXPECT_FALSE((*store.last_scan("shop"))->overall_score);
  EXPECT_TRUE(store.trend("shop", "", 90)->empty());
}

TEST_F(StoreTest, FollowsTheLifeOfAFinding) {
  Store store = opened();
  save(store, sample_scan("1", {sample_finding("aa"), sample_finding("bb")}));
  save(store, sample_scan("2", {sample_finding("bb"), sample_finding("cc")}));
  EXPECT_EQ(status_of(store, "aa"), "fixed");
  EXPECT_EQ(status_of(store, "bb"), "open");
  EXPECT_EQ((*store.finding("aa", ""))->last_seen_scan, "s_1");
  EXPECT_EQ((*store.finding("bb", ""))->first_seen_scan, "s_1");
  EXPECT_EQ((*store.finding("bb", ""))->last_seen_scan, "s_2");
  EXPECT_EQ((*store.finding("cc", ""))->first_seen_scan, "s_2");
  Finding back = sample_finding("aa");
  back.suppression = Suppression{Suppression::Kind::configuration, "accepted"};
  save(store, sample_scan("3", {back}));
  EXPECT_EQ(status_of(store, "aa"), "suppressed");
  EXPECT_EQ((*store.finding("aa", ""))->first_seen_scan, "s_1");
}

TEST_F(StoreTest, ConcludesNothingFromWhatWasNotLookedAt) {
  Store store = opened();
  const std::vector<Finding> all = {sample_finding("aa"), sample_finding("bb", FindingType::secrets),
                                    sample_finding("cc", FindingType::sca)};
  save(store, sample_scan("1", all));
  ScanReport part = sample_scan("2", {});
  part.scan.whole = false;
  save(store, part);
  EXPECT_EQ(status_of(store, "aa"), "open") << "only a part of the project was scanned";
  ScanReport limited = sample_scan("3", {});
  limited.coverage.scanners["sast"].ran = false;
  limited.coverage.ecosystems["npm"] = {3, 0, false};
  limited.notices = {{NoticeKind::unreadable, "secrets", "src/bb.py", "permission denied"}};
  save(store, limited);
  EXPECT_EQ(status_of(store, "aa"), "open") << "sast did not run";
  EXPECT_EQ(status_of(store, "bb"), "open") << "its file could not be read";
  EXPECT_EQ(status_of(store, "cc"), "open") << "no advisory data";
  save(store, sample_scan("4", {}));
  for (const auto id : {"aa", "bb", "cc"}) EXPECT_EQ(status_of(store, id), "fixed") << id;
}

TEST_F(StoreTest, KeepsProjectsApart) {
  Store store = opened();
  save(store, sample_scan("1", {sample_finding("aa")}));
  ScanReport other = sample_scan("2", {});
  other.project = {"p_2", "other"};
  save(store, other);
  EXPECT_EQ(status_of(store, "aa"), "open");
  other.scan.id = "s_3";
  other.findings = {sample_finding("aa")};
  save(store, other);
  EXPECT_FALSE(store.finding("aa", "")) << "it lives in two projects";
  EXPECT_EQ((*store.finding("aa", "other"))->first_seen_scan, "s_3");
}

TEST_F(StoreTest, FiltersAndPagesFindings) {
  Store store = opened();
  std::vector<Finding> findings = {sample_finding("aa"), sample_finding("bb", FindingType::secrets, Severity::critical),
                                   sample_finding("cc", FindingType::sast, Severity::low)};
  findings[1].rule_id = "secrets/token";
  save(store, sample_scan("1", findings));
  const auto page = store.findings({});
  EXPECT_EQ(page->total, 3);
  EXPECT_EQ(page->findings.front().severity, Severity::critical) << "the worst first";
  FindingFilter filter;
  filter.severity = Severity::low;
  EXPECT_EQ(store.findings(filter)->findings.front().fingerprint.substr(0, 2), "cc");
  filter = {};
  filter.type = FindingType::secrets;
  EXPECT_EQ(store.findings(filter)->total, 1);
  filter = {};
  filter.rule = "python/*";
  EXPECT_EQ(store.findings(filter)->total, 2);
  filter.rule = "[ps]*";
  EXPECT_EQ(store.findings(filter)->total, 0) << "only '*' is special";
  filter = {};
  filter.status = "fixed";
  EXPECT_EQ(store.findings(filter)->total, 0);
  filter = {};
  filter.limit = 1;
  filter.offset = 1;
  EXPECT_EQ(store.findings(filter)->findings.size(), 1U);
  EXPECT_EQ(store.findings(filter)->total, 3);
  filter = {};
  filter.project = "shop'; DROP TABLE findings; --";
  EXPECT_EQ(store.findings(filter)->total, 0);
  EXPECT_EQ(store.findings({})->total, 3);
}

TEST_F(StoreTest, FindsOneFindingByTheBeginningOfItsId) {
  Store store = opened();
  save(store, sample_scan("1", {sample_finding("ab1"), sample_finding("ab2")}));
  EXPECT_EQ((*store.finding("f_ab1", ""))->path, "src/ab1.py");
  EXPECT_EQ((*store.finding(sample_finding("ab2").fingerprint, ""))->path, "src/ab2.py");
  EXPECT_THAT(store.finding("ab", "").error().text(), HasSubstr("several begin like this"));
  EXPECT_FALSE(*store.finding("ac", ""));
  EXPECT_FALSE(*store.finding("", ""));
  EXPECT_FALSE(*store.finding("%", ""));
  EXPECT_THAT((*store.finding("ab1", ""))->body_json, HasSubstr("\"rule_id\":\"python/sql-injection\""));
}

TEST_F(StoreTest, GivesScoresAndTheirTrend) {
  Store store = opened();
  ScanReport old = sample_scan("1", {});
  old.scan.finished_at = "2026-01-01T00:00:00Z";
  ScanReport part = sample_scan("2", {});
  part.scan.whole = false;
  ScanReport newest = sample_scan("3", {});
  newest.scan.finished_at = "2026-04-26T12:00:00Z";
  newest.scorecard.summary.overall_score = 80;
  newest.scorecard.frameworks["soc2"].score = 90;
  for (const ScanReport& report : {old, part, newest}) save(store, report);
  const auto points = store.trend("shop", "soc2", 365);
  ASSERT_EQ(points->size(), 2U);
  EXPECT_EQ(points->front().score, 50);
  EXPECT_EQ(points->back().score, 90);
  EXPECT_EQ(store.trend("shop", "", 90)->size(), 1U) << "115 days ago is too long ago";
  EXPECT_EQ(store.trend("shop", "", 90)->front().score, 80);
  EXPECT_TRUE(store.trend("shop", "hipaa", 365)->empty());
  const auto scores = store.scores(**store.last_scan("shop"));
  ASSERT_EQ(scores->frameworks.size(), 1U);
  EXPECT_EQ(nlohmann::json::parse(scores->frameworks[0].second).at("score"), 90);
  EXPECT_EQ(nlohmann::json::parse(scores->executive_summary_json).at("overall_score"), 80);
}

TEST_F(StoreTest, RefusesTheSameScanTwiceAndKeepsTheFirst) {
  Store store = opened();
  save(store, sample_scan("1", {sample_finding("aa")}));
  EXPECT_FALSE(store.save(sample_scan("1", {sample_finding("bb")})));
  EXPECT_EQ(status_of(store, "aa"), "open");
  EXPECT_EQ(status_of(store, "bb"), "none");
}

TEST_F(StoreTest, NeverHoldsAFullSecret) {
  const std::string value = std::string("live_") + std::string(30, 'k') + "9zQ";
  Finding leak = sample_finding("aa", FindingType::secrets, Severity::critical);
  leak.identity = value;
  leak.snippet = "token = \"live****\"";
  leak.secret = SecretDetail{"acme", value.substr(0, 4) + "****", Verification::plausible, {}};
  {
    Store store = opened();
    save(store, sample_scan("1", {leak}));
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.file("home"))) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(bytes.find(value), std::string::npos) << entry.path();
    files += bytes.find("live****") != std::string::npos ? 1 : 0;
  }
  EXPECT_GE(files, 1);
}

TEST_F(StoreTest, TakesTextThatIsNoUtf8) {
  Store store = opened();
  Finding odd = sample_finding("aa");
  odd.path = "src/\xff\xfe.py";
  odd.message = "\xc3\x28";
  ScanReport report = sample_scan("1", {odd});
  report.scan.branch = "\x80";
  save(store, report);
  EXPECT_TRUE(nlohmann::json::accept((*store.finding("aa", ""))->body_json));
}

TEST_F(StoreTest, LetsTwoConnectionsSaveAtOnce) {
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 2; ++writer) {
    threads.emplace_back([this, writer] {
      Store store = opened();
      for (int i = 0; i < 20; ++i) {
        save(store, sample_scan(std::to_string(writer) + "_" + std::to_string(i), {sample_finding("aa"), sample_finding("bb")}));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Store store = opened();
  EXPECT_EQ(store.scans("shop", 100)->size(), 40U);
  EXPECT_EQ(store.outbox()->size(), 40U);
}

// Lets no file grow beyond `bytes` while it lives: what a full disk does.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    m_handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit m_before{};
  void (*m_handler)(int) = nullptr;
};

TEST_F(StoreTest, SavesNothingWhenTheDiskIsFullAndWorksAfterwards) {
  Store store = opened();
  save(store, sample_scan("1", {sample_finding("aa")}));
  std::vector<Finding> many;
  for (int i = 0; i < 3000; ++i) {
    many.push_back(sample_finding(std::to_string(10000 + i)));
    many.back().snippet = std::string(1000, 'x');
  }
  {
    const FileSizeLimit limit(1U << 20);
    const auto result = store.save(sample_scan("2", many));
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().text(), HasSubstr("nothing was saved"));
    EXPECT_FALSE(result.error().remedy.empty());
  }
  EXPECT_EQ(store.scans("shop", 10)->size(), 1U);
  EXPECT_EQ(store.outbox()->size(), 1U);
  EXPECT_EQ(status_of(store, "aa"), "open");
  save(store, sample_scan("2", many));
  EXPECT_EQ(store.findings({})->total, 3001);
}

TEST_F(StoreTest, LeavesADamagedFileAsItIs) {
  save(*std::make_unique<Store>(opened()), sample_scan("1", {sample_finding("aa")}));
  std::string bytes(std::filesystem::file_size(path), '\x5a');
  std::ofstream(path, std::ios::binary) << bytes;
  for (const auto& open : {&Store::open, &Store::open_existing}) {
    const auto store = open(path, k_now);
    ASSERT_FALSE(store);
    EXPECT_THAT(store.error().text(), HasSubstr("move it away"));
    EXPECT_THAT(store.error().text(), HasSubstr(path));
  }
  std::ifstream file(path, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes);
}

TEST_F(StoreTest, SaysSoWhenATableIsDamaged) {
  {
    Store store = opened();
    std::vector<Finding> many;
    for (int i = 0; i < 500; ++i) many.push_back(sample_finding(std::to_string(10000 + i)));
    save(store, sample_scan("1", many));
  }
  const auto size = std::filesystem::file_size(path);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  for (std::uintmax_t at = 3 * 4096; at + 4096 <= size; at += 4096) {
    file.seekp(static_cast<std::streamoff>(at));
    file << std::string(4096, '\x5a');
  }
  file.close();
  auto store = Store::open(path, k_now);
  const auto error = store ? store->findings({}).error() : store.error();
  EXPECT_THAT(error.text(), HasSubstr("move it away"));
}

TEST_F(StoreTest, SaysThatThereIsNoDatabaseYet) {
  const auto store = Store::open_existing(path, k_now);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, ErrorKind::no_data);
  EXPECT_THAT(store.error().remedy, HasSubstr("codelake scan"));
  EXPECT_FALSE(std::filesystem::exists(path));
}

// Runs `check` in a process without the rights of root, which may write everywhere.
int without_rights(const std::function<bool()>& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(3);
    ::_exit(check() ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(StoreTest, SaysSoWhenTheHomeFolderIsReadOnly) {
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const int code = without_rights([this] {
    const auto store = Store::open(path, k_now);
    return !store && store.error().kind == ErrorKind::environment && !store.error().cause.empty();
  });
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  EXPECT_EQ(code, 0);
  std::filesystem::create_directory(folder.file("home"));
  std::filesystem::permissions(folder.file("home"), std::filesystem::perms(0555));
  const int second = without_rights([this] {
    const auto store = Store::open(path, k_now);
    return !store && store.error().text().find("CODELAKE_HOME") != std::string::npos;
  });
  std::filesystem::permissions(folder.file("home"), std::filesystem::perms(0755));
  EXPECT_EQ(second, 0);
}

}  // namespace
}  // namespace codelake::store
