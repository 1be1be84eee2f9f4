// SPDX-License-Identifier: Apache-2.0
#include "tests/support/history_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace codelake::cli::audit_log {
std::unique_ptr<Command> make_command();

namespace {

using AuditLogCommandTest = test::HistoryFixture;

TEST_F(AuditLogCommandTest, ListsAndVerifiesEntries) {
  EXPECT_EQ(run(make_command(), {"list"}).kind, ErrorKind::no_data);
  save(test::sample_scan("a1", {}));
  EXPECT_EQ(run(make_command(), {"verify"}).kind, ErrorKind::no_data) << "no entry to verify";
  const std::string path = environment.home + "/codelake.db";
  auto store = store::Store::open(path, environment.now);
  ASSERT_TRUE(store->append({0, "", "COMPLIANCE_FRAMEWORKS_UPDATED", "ana@example.com", "frameworks", R"({"keys":["soc2"]})", ""}));
  EXPECT_THAT(run(make_command(), {"list"}).out, testing::HasSubstr("COMPLIANCE_FRAMEWORKS_UPDATED  ana@example.com"));
  const auto json = nlohmann::json::parse(run(make_command(), {"list", "--format", "json"}).out);
  EXPECT_EQ(json.at("entries")[0].at("details").at("keys")[0], "soc2");
  EXPECT_EQ(run(make_command(), {"verify"}).code, 0);
  auto database = store::Database::open(path, false);
  ASSERT_TRUE(database->execute("DROP TRIGGER audit_log_is_append_only_update; UPDATE audit_log SET actor = 'eve'"));
  EXPECT_EQ(run(make_command(), {"verify"}).code, 1);
}

}  // namespace
}  // namespace codelake::cli::audit_log
