// SPDX-License-Identifier: Apache-2.0
#include "tests/support/history_fixture.h"

#include <nlohmann/json.hpp>

namespace codelake::cli::projects {
std::unique_ptr<Command> make_command();

namespace {

using ProjectsCommandTest = test::HistoryFixture;

TEST_F(ProjectsCommandTest, ListsProjects) {
  EXPECT_EQ(run(make_command(), {}).kind, ErrorKind::no_data);
  save(test::sample_scan("a1", {test::sample_finding("aa")}));
  ScanReport part = test::sample_scan("b2", {});
  part.scan.whole = false;
  part.scorecard = {};
  save(part);
  EXPECT_EQ(run(make_command(), {}).out,
            "PROJECT  SCANS  LAST SCAN         OPEN  SCORE\n"
            "shop         2  2026-04-26 10:00     1     50\n");
  const auto json = nlohmann::json::parse(run(make_command(), {"--format", "json"}).out);
  EXPECT_EQ(json.at("projects")[0].at("id"), "p_5ca1ab1e");
  EXPECT_EQ(json.at("projects")[0].at("last_scan").at("id"), "s_b2");
}

}  // namespace
}  // namespace codelake::cli::projects
