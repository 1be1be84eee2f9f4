// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include "core/file.h"
#include "tests/support/archive_writer.h"
#include "tests/support/http_server.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace codelake::cli::db {

std::unique_ptr<Command> make_command();

namespace {

using codelake::testing::ArchiveKind;
using codelake::testing::HttpAnswer;
using codelake::testing::HttpRequest;
using codelake::testing::HttpServer;
using codelake::testing::make_archive;
using ::testing::HasSubstr;

struct Outcome {
  Result<ExitCode> code;
  std::string out;
  std::string err;
};

class DbCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY", "CODELAKE_ADVISORY_URL"})
      ::unsetenv(name);
  }

  Outcome run(std::vector<std::string> words) {
    const auto command = make_command();
    CLI::App app;
    command->configure(app);
    std::reverse(words.begin(), words.end());
    app.parse(words);
    Environment environment;
    environment.home = m_directory.file("home");
    environment.working_directory = m_directory.path();
    environment.now = "2024-05-06T07:08:09Z";
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    Result<ExitCode> code = command->run(environment);
    return {std::move(code), ::testing::internal::GetCapturedStdout(),
            ::testing::internal::GetCapturedStderr()};
  }
  static std::string zip(const std::string& ecosystem, const std::string& id) {
    return make_archive(
        ArchiveKind::zip,
        {{"a.json", R"({"id": ")" + id +
                        R"(", "modified": "2024-01-02T03:04:05Z", "affected": [{"package": {"ecosystem": ")" +
                        ecosystem + R"(", "name": "left"}, "versions": ["1.0.0"]}]})"}});
  }

  test::TemporaryDirectory m_directory;
};

TEST_F(DbCommand, SaysThatThereIsNoDatabaseWithTheExitCodeForIt) {
  const Outcome outcome = run({"status"});
  ASSERT_FALSE(outcome.code);
  EXPECT_EQ(outcome.code.error().kind, ErrorKind::advisories);
}

TEST_F(DbCommand, ImportsAPathRelativeToTheWorkingDirectoryAndDescribesIt) {
  ASSERT_TRUE(write_file_atomically(m_directory.file("npm.zip"), zip("npm", "GHSA-1")));
  const Outcome imported = run({"import", "npm.zip"});
  ASSERT_TRUE(imported.code) << imported.code.error().text();
  EXPECT_EQ(imported.out, "npm: 1 advisories of 1 packages\n");
  const Outcome text = run({"status"});
  EXPECT_THAT(text.out, HasSubstr("2024-01-02T03:04:05Z"));
  EXPECT_THAT(text.out, HasSubstr("2024-05-06T07:08:09Z"));
  EXPECT_THAT(text.out, HasSubstr("GitHub Advisory Database, CC-BY-4.0"));
  const auto json = nlohmann::json::parse(run({"status", "--format", "json"}).out);
  EXPECT_EQ(json["ecosystems"][0]["ecosystem"], "npm");
  EXPECT_EQ(json["ecosystems"][0]["advisories"], 1);
  EXPECT_EQ(json["sources"][0]["license"], "CC-BY-4.0");
  EXPECT_EQ(json["database_id"].get<std::string>().size(), 64U);
}

TEST_F(DbCommand, SaysWhatAnImportLeftOut) {
  ASSERT_TRUE(write_file_atomically(m_directory.file("a.json"), R"({"id": "PSF-1"})"));
  const Outcome outcome = run({"import", "a.json"});
  ASSERT_FALSE(outcome.code);
  EXPECT_THAT(outcome.err, HasSubstr("1 records name no package"));
  EXPECT_FALSE(run({"import", "absent"}).code);
}

TEST_F(DbCommand, UpdatesFromTheGivenServerAndSaysWhatIsUnchanged) {
  HttpServer server([&](const HttpRequest& request) {
    if (!request.header("if-none-match").empty()) return HttpAnswer{304, "", {}, {}, {}, false};
    return HttpAnswer{200, zip("npm", "GHSA-1"), {{"ETag", "\"1\""}}, {}, {}, false};
  });
  const Outcome first = run({"update", "--url", server.url(), "--ecosystem", "npm"});
  ASSERT_TRUE(first.code) << first.code.error().text();
  EXPECT_EQ(first.out, "npm: 1 advisories of 1 packages\n");
  ::setenv("CODELAKE_ADVISORY_URL", server.url().c_str(), 1);
  EXPECT_EQ(run({"update", "--ecosystem", "npm"}).out, "npm: unchanged\n");
  ::unsetenv("CODELAKE_ADVISORY_URL");
}

TEST_F(DbCommand, UpdatesTheUsualEcosystemsAndFailsWhenOneFails) {
  HttpServer server([&](const HttpRequest& request) {
    const std::string name = request.target.substr(1, request.target.rfind('/') - 1);
    if (name == "Maven") return HttpAnswer{404, "", {}, {}, {}, false};
    return HttpAnswer{200, zip(name, "GHSA-1"), {}, {}, {}, false};
  });
  const Outcome outcome = run({"update", "--url", server.url()});
  ASSERT_FALSE(outcome.code);
  EXPECT_THAT(outcome.code.error().text(), HasSubstr("1 of 7 ecosystems failed"));
  EXPECT_THAT(outcome.out, HasSubstr("Maven: failed\nPackagist: 1 advisories"));
  EXPECT_THAT(outcome.err, HasSubstr("/Maven/all.zip: the server answered 404"));
}

}  // namespace
}  // namespace codelake::cli::db
