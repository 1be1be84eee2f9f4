// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/database.h"

#include "core/file.h"
#include "scanners/sca/advisories/index.h"
#include "tests/support/archive_writer.h"
#include "tests/support/http_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace codelake::sca {
namespace {

namespace fs = std::filesystem;
using testing::ArchiveKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServer;
using ::testing::IsEmpty;
using testing::make_archive;
using Files = std::vector<std::pair<std::string, std::string>>;

constexpr const char* k_now = "2024-05-06T07:08:09Z";

std::string record(const std::string& id, const std::vector<std::string>& ecosystems) {
  std::string affected;
  for (const std::string& ecosystem : ecosystems) {
    affected += (affected.empty() ? "" : ", ") + std::string(R"({"package": {"ecosystem": ")") + ecosystem +
                R"(", "name": "left"}, "versions": ["1.0.0"]})";
  }
  return R"({"id": ")" + id + R"(", "modified": "2024-01-01T00:00:00Z", "affected": [)" + affected + "]}";
}

std::string export_of(const Files& files) {
  return make_archive(ArchiveKind::zip, files);
}

class Database : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"}) ::unsetenv(name);
    std::string pattern = ::testing::TempDir() + "database_test_XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    m_folder = pattern;
    m_directory = m_folder + "/advisories";
  }
  void TearDown() override { fs::remove_all(m_folder); }

  std::string put(const std::string& path, const std::string& content) {
    const std::string whole = m_folder + "/" + path;
    fs::create_directories(fs::path(whole).parent_path());
    EXPECT_TRUE(write_file_atomically(whole, content));
    return whole;
  }
  // The ecosystems that an import installed.
  std::vector<std::string> import(const std::string& path) {
    const auto summary = import_advisories(m_directory, path, k_now);
    EXPECT_TRUE(summary) << summary.error().text();
    std::vector<std::string> names;
    if (summary) {
      for (const InstalledEcosystem& one : summary->installed) names.push_back(one.ecosystem);
    }
    return names;
  }
  std::vector<std::string> found(std::string_view ecosystem) {
    std::vector<std::string> ids;
    const auto index = AdvisoryIndex::open(m_directory);
    if (!index) return {index.error().text()};
    const auto hits = index->find(ecosystem, "left", "1.0.0").value();
    for (const AdvisoryHit& hit : hits) ids.push_back(hit.ids.front());
    return ids;
  }
  UpdateOutcome update(const HttpServer& server, const std::string& ecosystem = "npm") {
    const auto outcomes = update_advisories(m_directory, {{server.url() + "/"}, {ecosystem}, k_now, {}});
    EXPECT_TRUE(outcomes) << outcomes.error().text();
    return outcomes->at(0);
  }
  // Nothing of a failed download may stay.
  void expect_no_leftovers() {
    for (const auto& item : fs::directory_iterator(m_directory)) EXPECT_NE(item.path().extension(), ".part");
  }

  std::string m_folder;
  std::string m_directory;
};

TEST_F(Database, TakesTheExportLayoutByTheNamesOfItsFolders) {
  put("in/MANIFEST.json", "[]");
  put("in/npm/all.zip",
      export_of({{"a.json", record("GHSA-1", {"npm", "Maven"})}, {"b.json", record("MAL-1", {"npm"})}}));
  put("in/PyPI/all.zip", export_of({{"a.json", record("PYSEC-1", {"PyPI"})}}));
  put("in/GIT/all.zip", export_of({{"a.json", record("PSF-1", {})}}));
  EXPECT_THAT(import(m_folder + "/in"), ElementsAre("PyPI", "npm"));
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1", "MAL-1"));
  EXPECT_THAT(found("PyPI"), ElementsAre("PYSEC-1"));
}

TEST_F(Database, TakesASingleZipOfOneEcosystemAndKeepsTheOthers) {
  EXPECT_THAT(import(put("x/first.zip", export_of({{"a.json", record("PYSEC-1", {"PyPI"})}}))),
              ElementsAre("PyPI"));
  const Files npm = {{"a.json", record("GHSA-1", {"npm", "Maven"})}, {"b.json", record("MAL-1", {"npm"})}};
  EXPECT_THAT(import(put("x/second.zip", export_of(npm))), ElementsAre("npm"));
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1", "MAL-1"));
  EXPECT_THAT(found("PyPI"), ElementsAre("PYSEC-1"));
  EXPECT_THAT(import(put("x/third.zip", export_of({{"c.json", record("MAL-2", {"npm"})}}))),
              ElementsAre("npm"));
  EXPECT_THAT(found("npm"), ElementsAre("MAL-2"));
}

TEST_F(Database, TakesFoldersAndFilesOfJson) {
  put("in/deep/a.json", record("PYSEC-1", {"PyPI"}));
  put("in/b.json", record("GHSA-1", {"npm"}));
  put("in/readme.txt", "no record");
  EXPECT_THAT(import(m_folder + "/in"), ElementsAre("PyPI", "npm"));
  EXPECT_THAT(import(put("GHSA-2.json", record("GHSA-2", {"npm"}))), ElementsAre("npm"));
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-2"));
}

TEST_F(Database, TakesTarsOfTheExportLayoutAndOfJson) {
  const std::string npm = export_of({{"a.json", record("GHSA-1", {"npm", "Maven"})}});
  int number = 0;
  for (const ArchiveKind kind : {ArchiveKind::tar, ArchiveKind::tar_gz, ArchiveKind::tar_zst}) {
    const std::string name = "in" + std::to_string(++number);
    EXPECT_THAT(import(put(name, make_archive(kind, {{"export/npm/all.zip", npm}}))), ElementsAre("npm"));
    EXPECT_THAT(import(put(name, make_archive(kind, {{"../b.json", record("PYSEC-1", {"PyPI"})}}))),
                ElementsAre("PyPI"));
  }
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
}

TEST_F(Database, GivesTheSameFileForTheSameRecordsInAnyForm) {
  const Files files = {{"a.json", record("GHSA-1", {"npm"})}, {"b.json", record("MAL-1", {"npm"})}};
  put("one/npm/all.zip", export_of(files));
  put("two/z.json", files[0].second);
  put("two/a.json", files[1].second);
  import(m_folder + "/one");
  const std::string first = read_file(m_directory + "/npm.idx", 1U << 20U).value();
  const std::string digest = installed_ecosystems(m_directory).value()[0].sha256;
  import(m_folder + "/two");
  EXPECT_EQ(read_file(m_directory + "/npm.idx", 1U << 20U).value(), first);
  EXPECT_EQ(installed_ecosystems(m_directory).value()[0].sha256, digest);
}

TEST_F(Database, CountsWhatItCouldNotUse) {
  const auto summary = import_advisories(m_directory,
                                         put("x.zip", export_of({{"a.json", record("GHSA-1", {"npm"})},
                                                                 {"b.json", "{"},
                                                                 {"c.json", record("PSF-1", {})}})),
                                         k_now);
  ASSERT_TRUE(summary) << summary.error().text();
  EXPECT_EQ(summary->counts.records, 2U);
  EXPECT_EQ(summary->counts.malformed, 1U);
  EXPECT_THAT(summary->counts.first_malformed, HasSubstr("b.json"));
  EXPECT_EQ(summary->counts.without_package, 1U);
}

TEST_F(Database, ChangesNothingWhenAnyPartOfTheImportIsBroken) {
  import(put("good.zip", export_of({{ "a.json", record("GHSA-1", {"npm"}) }})));
  const std::string whole = export_of({{"a.json", record("GHSA-2", {"npm"})}});
  put("in/npm/all.zip", whole);
  put("in/PyPI/all.zip", whole.substr(0, whole.size() / 2));
  EXPECT_FALSE(import_advisories(m_directory, m_folder + "/in", k_now));
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
}

TEST_F(Database, RefusesWhatHoldsNoRecord) {
  for (const std::string& path : {put("empty.zip", export_of({})), put("in/readme.txt", "x"),
                                  put("some.json", "[]"), put("html.zip", "<html>"), m_folder + "/absent"}) {
    EXPECT_FALSE(import_advisories(m_directory, path, k_now)) << path;
  }
  EXPECT_FALSE(import_advisories(m_directory, m_folder + "/in", k_now));
}

TEST_F(Database, DescribesWhatIsInstalled) {
  EXPECT_FALSE(installed_ecosystems(m_directory));
  import(put("x.zip", export_of({{"a.json", record("GHSA-1", {"npm"})},
                                 { "b.json",
                                   record("MAL-1", {"npm"}) }})));
  const auto all = installed_ecosystems(m_directory);
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->at(0).imported_at, k_now);
  EXPECT_EQ(all->at(0).advisories, 2U);
  EXPECT_EQ(all->at(0).newest_modified, "2024-01-01T00:00:00Z");
  EXPECT_EQ(all->at(0).sources, (std::map<std::string, std::uint64_t>{{"GHSA", 1}, {"MAL", 1}}));
  std::string index = read_file(m_directory + "/npm.idx", 1U << 20U).value();
  index.back() ^= 1;
  ASSERT_TRUE(write_file_atomically(m_directory + "/npm.idx", index));
  EXPECT_FALSE(installed_ecosystems(m_directory));
}

TEST_F(Database, UpdatesAndAsksAgainOnlyForWhatHasChanged) {
  std::string etag = "\"one\"";
  std::string body = export_of({{"a.json", record("GHSA-1", {"npm"})}});
  HttpServer server([&](const HttpRequest& request) {
    if (request.header("if-none-match") == etag) return HttpAnswer{304, "", {{"ETag", etag}}, {}, {}, false};
    return HttpAnswer{200, body, {{"ETag", etag}}, {}, {}, false};
  });
  EXPECT_EQ(update(server).state, UpdateState::updated);
  EXPECT_EQ(server.requests().back().target, "/npm/all.zip");
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
  const UpdateOutcome again = update(server);
  EXPECT_EQ(again.state, UpdateState::unchanged);
  EXPECT_EQ(again.installed.advisories, 1U);
  etag = "\"two\"";
  body = export_of({{"a.json", record("GHSA-2", {"npm"})}});
  EXPECT_EQ(update(server).state, UpdateState::updated);
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-2"));
  expect_no_leftovers();
}

TEST_F(Database, AsksUnconditionallyWhenTheIndexIsNotTheOneOfTheLastDownload) {
  HttpServer server([&](const HttpRequest&) {
    return HttpAnswer{
        200, export_of({{"a.json", record("GHSA-1", {"npm"})}}), {{"Last-Modified", "then"}}, {}, {}, false};
  });
  update(server);
  update(server);
  EXPECT_EQ(server.requests().back().header("if-modified-since"), "then");
  import(put("x.zip", export_of({{ "a.json", record("GHSA-2", {"npm"}) }})));
  update(server);
  EXPECT_EQ(server.requests().back().header("if-modified-since"), "");
  ASSERT_TRUE(write_file_atomically(m_directory + "/npm.idx", "damaged"));
  EXPECT_EQ(update(server).state, UpdateState::updated);
  EXPECT_EQ(server.requests().back().header("if-modified-since"), "");
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
}

TEST_F(Database, KeepsTheOldIndexWhateverGoesWrong) {
  HttpAnswer answer{200, export_of({{"a.json", record("GHSA-1", {"npm"})}}), {}, {}, {}, false};
  std::mutex answering;
  HttpServer server([&](const HttpRequest&) {
    const std::lock_guard lock(answering);
    return answer;
  });
  ASSERT_EQ(update(server).state, UpdateState::updated);
  const std::string next = export_of({{"a.json", record("GHSA-2", {"npm"})}});
  const std::pair<const char*, HttpAnswer> cases[] = {
      {"answered 404", {404, "no such export", {}, {}, {}, false}},
      {"answered 500", {500, "", {}, {}, {}, false}},
      {"answered 403", {403, "", {}, {}, {}, false}},
      {"answered 304", {304, "", {}, {}, {}, false}},
      {"", {200, next, {}, {}, next.size() / 2, false}},
      {"", {200, next, {}, {}, {}, true}},
      {"no complete export", {200, next.substr(0, next.size() / 2), {}, {}, {}, false}},
      {"no complete export", {200, "<html>please log in</html>", {}, {}, {}, false}},
      {"", {200, export_of({}), {}, {}, {}, false}},
      {"no advisory of npm", {200, export_of({{"a.txt", ""}}), {}, {}, {}, false}},
      {"no advisory of npm", {200, export_of({{"a.json", record("PYSEC-1", {"PyPI"})}}), {}, {}, {}, false}},
  };
  for (const auto& [message, wrong] : cases) {
    {
      const std::lock_guard lock(answering);
      answer = wrong;
    }
    const UpdateOutcome outcome = update(server);
    EXPECT_EQ(outcome.state, UpdateState::failed) << message;
    EXPECT_THAT(outcome.error.text(), HasSubstr(message));
    EXPECT_THAT(outcome.error.text(), HasSubstr(server.url() + "/npm/all.zip"));
    EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
    expect_no_leftovers();
  }
}

TEST_F(Database, UpdatesTheOtherEcosystemsWhenOneIsMissing) {
  HttpServer server([&](const HttpRequest& request) {
    if (request.target == "/npm/all.zip") return HttpAnswer{404, "", {}, {}, {}, false};
    return HttpAnswer{200, export_of({{"a.json", record("X-1", {"GitHub Actions"})}}), {}, {}, {}, false};
  });
  const auto outcomes =
      update_advisories(m_directory, {{server.url()}, {"npm", "GitHub Actions", "../x"}, k_now, {}});
  ASSERT_TRUE(outcomes) << outcomes.error().text();
  EXPECT_EQ(outcomes->at(0).state, UpdateState::failed);
  EXPECT_EQ(outcomes->at(1).state, UpdateState::updated);
  EXPECT_EQ(outcomes->at(2).state, UpdateState::failed);
  EXPECT_EQ(server.requests().back().target, "/GitHub%20Actions/all.zip");
  EXPECT_THAT(found("GitHub Actions"), ElementsAre("X-1"));
}

TEST_F(Database, LetsOneImportOrUpdateWorkAtATime) {
  bool tried = false;
  const std::string zip = put("x.zip", export_of({{"a.json", record("GHSA-1", {"npm"})}}));
  HttpServer server([&](const HttpRequest&) {
    const auto second = import_advisories(m_directory, zip, k_now);
    tried = !second && second.error().cause == "another import or update is running";
    return HttpAnswer{200, export_of({{"a.json", record("GHSA-2", {"npm"})}}), {}, {}, {}, false};
  });
  EXPECT_EQ(update(server).state, UpdateState::updated);
  EXPECT_TRUE(tried);
  EXPECT_THAT(import(zip), ElementsAre("npm"));
}

TEST_F(Database, DoesNotGoOnFromWhatItKnowsNothingOf) {
  HttpServer server([](const HttpRequest&) { return HttpAnswer{500, "", {}, {}, {}, false}; });
  put("advisories/.download-npm.part", "half");
  put("advisories/.download-npm.part.from", "http://example.com/npm/all.zip\n\"1\"");
  EXPECT_EQ(update(server).state, UpdateState::failed);
  EXPECT_EQ(server.requests().back().header("range"), "");
  expect_no_leftovers();
}

// A server whose answers break off after a number of bytes of its own, and that knows ranges.
class BreakingServer {
 public:
  BreakingServer(std::string body, std::size_t bytes_at_once)
      : m_body(std::move(body)), m_bytes_at_once(bytes_at_once), m_server([this](const HttpRequest& request) { return answer(request); }) {}

  HttpServer& server() { return m_server; }
  std::size_t all_sent() const { return m_sent; }
  void set_etag(const std::string& etag) { m_etag = etag; }

 private:
  HttpAnswer answer(const HttpRequest& request) {
    std::size_t start = 0;
    if (request.header("if-range") == m_etag) start = std::strtoul(request.header("range").substr(6).c_str(), nullptr, 10);
    HttpAnswer answer{start > 0 ? 206 : 200, m_body.substr(start), {{"ETag", m_etag}}, {}, {}, false};
    if (start > 0) answer.headers.push_back({"Content-Range", "bytes " + std::to_string(start) + "-"});
    if (answer.body.size() > m_bytes_at_once) answer.drop_after_body_bytes = m_bytes_at_once;
    m_sent += std::min(answer.body.size(), m_bytes_at_once);
    return answer;
  }

  std::string m_body;
  std::size_t m_bytes_at_once;
  std::size_t m_sent = 0;
  std::string m_etag = "\"1\"";
  HttpServer m_server;
};

std::string large_export() {
  Files files;
  for (int i = 0; i < 30; ++i) files.push_back({std::to_string(i) + ".json", record("GHSA-" + std::to_string(i), {"npm"})});
  return export_of(files);
}

TEST_F(Database, GoesOnWithADownloadThatBreaksOff) {
  const std::string body = large_export();
  BreakingServer breaking(body, body.size() / 3);
  const UpdateOutcome outcome = update(breaking.server());
  EXPECT_EQ(outcome.state, UpdateState::updated) << outcome.error.text();
  EXPECT_EQ(outcome.installed.advisories, 30U);
  EXPECT_EQ(breaking.all_sent(), body.size()) << "nothing is sent twice";
  expect_no_leftovers();
}

TEST_F(Database, GoesOnInTheNextUpdateOrBeginsAnewWhenTheExportHasChanged) {
  const std::string body = large_export();
  BreakingServer breaking(body, body.size() / 7);
  EXPECT_EQ(update(breaking.server()).state, UpdateState::failed) << "four of seven parts";
  EXPECT_EQ(update(breaking.server()).state, UpdateState::updated);
  EXPECT_EQ(breaking.all_sent(), body.size());
  fs::remove_all(m_directory);
  EXPECT_EQ(update(breaking.server()).state, UpdateState::failed);
  breaking.set_etag("\"2\"");
  EXPECT_EQ(update(breaking.server()).state, UpdateState::failed) << "from the beginning";
  EXPECT_EQ(update(breaking.server()).state, UpdateState::updated);
  EXPECT_EQ(breaking.all_sent(), body.size() * 2 + body.size() / 7 * 4);
}

TEST_F(Database, TakesAMirrorWhenAServerFails) {
  HttpServer good([](const HttpRequest&) { return HttpAnswer{200, export_of({{"a.json", record("GHSA-1", {"npm"})}}), {}, {}, {}, false}; });
  HttpServer bad([](const HttpRequest&) { return HttpAnswer{200, "<html>please log in</html>", {}, {}, {}, false}; });
  const auto from = [&](const std::vector<std::string>& urls) { return update_advisories(m_directory, {urls, {"npm"}, k_now, {}})->at(0); };
  const UpdateOutcome outcome = from({bad.url(), good.url()});
  EXPECT_EQ(outcome.state, UpdateState::updated) << outcome.error.text();
  EXPECT_EQ(outcome.installed.origin, good.url() + "/npm/all.zip");
  const UpdateOutcome failed = from({bad.url(), bad.url() + "/other"});
  EXPECT_THAT(failed.error.text(), HasSubstr("/other/npm/all.zip"));
  EXPECT_THAT(failed.error.text(), HasSubstr("before that " + bad.url() + "/npm/all.zip"));
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
}

TEST_F(Database, GivesUpOnAServerThatSendsNothing) {
  HttpServer slow([](const HttpRequest&) { return HttpAnswer{200, "", {}, std::chrono::seconds(30), {}, false}; });
  UpdateOptions options{{slow.url()}, {"npm"}, k_now, {}};
  options.stall_max = std::chrono::seconds(1);
  EXPECT_EQ(update_advisories(m_directory, options)->at(0).state, UpdateState::failed);
  expect_no_leftovers();
}

TEST_F(Database, RefusesAnExportThatIsABomb) {
  const std::string zeros(20U << 20U, ' ');
  HttpServer server([&](const HttpRequest&) { return HttpAnswer{200, export_of({{"a.json", zeros}}), {}, {}, {}, false}; });
  const UpdateOutcome outcome = update(server);
  EXPECT_EQ(outcome.state, UpdateState::failed);
  EXPECT_THAT(outcome.error.text(), HasSubstr("no complete export"));
}

TEST_F(Database, NamesTheDatabasesBehindTheRecords) {
  EXPECT_EQ(credit_for("PYSEC").license, "CC-BY-4.0");
  EXPECT_EQ(credit_for("NEW").name, "NEW");
}

std::string dated(const std::string& id, const std::string& day, const std::string& version) {
  return R"({"id": ")" + id + R"(", "modified": ")" + day + R"(T00:00:00Z", "affected": [{"package":
    {"ecosystem": "npm", "name": "left"}, "versions": [")" +
         version + R"("]}]})";
}

TEST_F(Database, FetchesOnlyTheRecordsThatHaveChanged) {
  std::string etag = "\"1\"";
  Files files = {{"a.json", dated("GHSA-1", "2024-01-01", "1.0.0")},
                 {"b.json", dated("GHSA-2", "2024-01-02", "1.0.0")}};
  std::string list;
  HttpServer server([&](const HttpRequest& request) {
    if (request.header("if-none-match") == etag) return HttpAnswer{304, "", {}, {}, {}, false};
    if (request.target == "/npm/all.zip")
      return HttpAnswer{200, export_of(files), {{"ETag", etag}}, {}, {}, false};
    if (request.target == "/npm/modified_id.csv") return HttpAnswer{200, list, {}, {}, {}, false};
    if (request.target == "/npm/GHSA-2.json") return HttpAnswer{200, files[1].second, {}, {}, {}, false};
    return HttpAnswer{404, "", {}, {}, {}, false};
  });
  ASSERT_EQ(update(server).state, UpdateState::updated);
  ASSERT_EQ(update(server).state, UpdateState::unchanged);
  EXPECT_EQ(server.requests().size(), 2U);
  etag = "\"2\"";
  files[1].second = dated("GHSA-2", "2024-02-02", "2.0.0");
  list = "2024-02-02T00:00:00Z,npm/GHSA-2\n2024-01-01T00:00:00Z,npm/GHSA-1\n";
  const UpdateOutcome renewed = update(server);
  EXPECT_EQ(renewed.state, UpdateState::updated);
  EXPECT_EQ(server.requests().back().target, "/npm/GHSA-2.json");
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1"));
  EXPECT_EQ(update(server).state, UpdateState::unchanged);
  // The same bytes as from the whole export.
  fs::remove(m_directory + "/npm.json");
  EXPECT_EQ(update(server).installed.sha256, renewed.installed.sha256);
}

TEST_F(Database, TakesTheWholeExportWhenAChangedRecordCannotBeHad) {
  std::string etag = "\"1\"";
  Files files = {{"a.json", dated("GHSA-1", "2024-01-01", "1.0.0")}};
  HttpServer server([&](const HttpRequest& request) {
    if (request.target == "/npm/all.zip")
      return HttpAnswer{200, export_of(files), {{"ETag", etag}}, {}, {}, false};
    if (request.target == "/npm/modified_id.csv")
      return HttpAnswer{
          200, "2024-02-02T00:00:00Z,npm/GHSA-2\n2023-01-01T00:00:00Z,npm/GHSA-0\n", {}, {}, {}, false};
    return HttpAnswer{200, "<html>not here</html>", {}, {}, {}, false};
  });
  ASSERT_EQ(update(server).state, UpdateState::updated);
  etag = "\"2\"";
  files.push_back({"b.json", dated("GHSA-2", "2024-02-02", "1.0.0")});
  EXPECT_EQ(update(server).state, UpdateState::updated);
  EXPECT_EQ(server.requests().back().target, "/npm/all.zip");
  EXPECT_THAT(found("npm"), ElementsAre("GHSA-1", "GHSA-2"));
}

TEST_F(Database, HoldsTheSameBytesHoweverManyThreadsImport) {
  for (const char* ecosystem : {"npm", "PyPI", "Go", "Maven", "NuGet"}) {
    Files files;
    for (int i = 0; i < 40; ++i) {
      const std::string id = "GHSA-" + std::to_string(i);
      files.emplace_back(id + ".json", record(id, {ecosystem}));
    }
    files.emplace_back("odd.json", "{");
    put("export/" + std::string(ecosystem) + "/all.zip", export_of(files));
  }
  const auto one = import_advisories(m_folder + "/one", m_folder + "/export", k_now);
  const auto many = import_advisories(m_folder + "/many", m_folder + "/export", k_now, 4);
  ASSERT_TRUE(one) << one.error().text();
  ASSERT_TRUE(many) << many.error().text();
  ASSERT_EQ(one->installed.size(), 5U);
  EXPECT_EQ(many->counts.records, one->counts.records);
  EXPECT_EQ(many->counts.malformed, 5U);
  EXPECT_EQ(many->counts.first_malformed, one->counts.first_malformed);
  for (const InstalledEcosystem& ecosystem : one->installed) {
    const std::string name = "/" + ecosystem.ecosystem + ".idx";
    EXPECT_EQ(read_file(m_folder + "/one" + name, 1U << 20U).value(), read_file(m_folder + "/many" + name, 1U << 20U).value());
  }
}

// Nearly every PyPI record both lists its versions and gives ranges: each checks the other, and the ordering
// with them.
TEST(PublishedAdvisories, ListTheVersionsThatTheirRangesContain) {
  const std::string path = std::string(CODELAKE_SOURCE_DIR) + "/../shared/advisories/PyPI/all.zip";
  if (!fs::exists(path)) GTEST_SKIP() << "needs " << path;
  const auto orderings = all_orderings();
  AdvisorySource source(orderings);
  ASSERT_TRUE(source.add_path(path));
  const CompileCounts counts = source.builders().at("PyPI").counts().compiled;
  EXPECT_GT(counts.versions_inside, 500'000U);
  EXPECT_LE(counts.versions_outside, 7U);
  EXPECT_LE(counts.versions_invalid, 158U);
}

}  // namespace
}  // namespace codelake::sca
