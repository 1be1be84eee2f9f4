// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include "store/store.h"
#include "tests/support/sample_scan.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::store {
namespace {

using testing::HasSubstr;

constexpr auto k_now = "2026-04-26T10:00:10Z";

struct MigrateTest : testing::Test {
  test::TemporaryDirectory folder;
  std::string path = folder.file("codelake.db");

  Database at_version(std::size_t version) {
    auto database = Database::open(path, true);
    if (!database) ADD_FAILURE() << database.error().text();
    const auto result = migrate(*database, migrations().first(version));
    if (!result) ADD_FAILURE() << result.error().text();
    return *std::move(database);
  }
};

std::string schema_of(const std::string& path) {
  auto database = Database::open(path, false);
  std::string schema;
  const auto result = database->run("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", {}, [&](const Row& row) {
    schema += row.text(0) + " " + row.text(1) + " " + row.text(2) + "\n";
  });
  EXPECT_TRUE(result);
  return schema;
}

TEST_F(MigrateTest, NumbersItsStepsWithoutGaps) {
  ASSERT_GE(migrations().size(), 2U);
  for (std::size_t i = 0; i < migrations().size(); ++i) {
    const std::string number = std::to_string(i + 1);
    EXPECT_TRUE(migrations()[i].path.starts_with(std::string(4 - number.size(), '0') + number + "_"))
        << migrations()[i].path;
  }
}

TEST_F(MigrateTest, LeadsFromEveryOlderVersionToTheSameSchemaAndKeepsTheRows) {
  const std::string fresh = folder.file("fresh.db");
  ASSERT_TRUE(Store::open(fresh, k_now));
  for (std::size_t version = 0; version < migrations().size(); ++version) {
    path = folder.file("from_" + std::to_string(version) + ".db");
    {
      Database old = at_version(version);
      EXPECT_EQ(**old.number("PRAGMA user_version", {}), static_cast<std::int64_t>(version));
      if (version >= 1) {
        ASSERT_TRUE(old.execute(
            "INSERT INTO projects VALUES (1, 'p_1', 'old', '', '2025-01-01T00:00:00Z');"
            "INSERT INTO scans VALUES (1, 's_1', 1, '2025-01-01T00:00:00Z', '2025-01-01T00:00:01Z', '', '', 0, '', '[]', 1, "
            "0, 70, 1, '{}', '{}', '[]', '{}', '0.0.1');"));
      }
    }
    auto store = Store::open(path, k_now);
    ASSERT_TRUE(store) << store.error().text();
    EXPECT_EQ(schema_of(path), schema_of(fresh)) << "from version " << version;
    EXPECT_EQ(store->projects()->size(), version >= 1 ? 1U : 0U);
    EXPECT_TRUE(store->outbox()->empty()) << "old scans are not queued by themselves";
    const auto saved = store->save(test::sample_scan("2", {test::sample_finding("aa")}));
    EXPECT_TRUE(saved) << saved.error().text();
  }
}

TEST_F(MigrateTest, IsDoneOnce) {
  ASSERT_TRUE(Store::open(path, k_now));
  const std::string schema = schema_of(path);
  ASSERT_TRUE(Store::open(path, k_now));
  EXPECT_EQ(schema_of(path), schema);
}

TEST_F(MigrateTest, LeavesNothingOfAStepThatFails) {
  const std::vector<EmbeddedFile> steps = {{"0001_first.sql", migrations()[0].bytes},
                                           {"0002_bad.sql", "CREATE TABLE extra (a); CREATE TABLE projects (a);"}};
  auto database = Database::open(path, true);
  ASSERT_TRUE(database);
  EXPECT_FALSE(migrate(*database, steps));
  EXPECT_EQ(**database->number("PRAGMA user_version", {}), 1);
  EXPECT_EQ(**database->number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'", {}), 0);
}

TEST_F(MigrateTest, LeavesANewerDatabaseAlone) {
  {
    Database newer = at_version(migrations().size());
    ASSERT_TRUE(newer.execute("PRAGMA user_version = 999"));
  }
  const auto store = Store::open(path, k_now);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().text(), HasSubstr("newer codelake"));
}

TEST_F(MigrateTest, LeavesTheDatabaseOfAnotherProgramAlone) {
  {
    auto other = Database::open(path, true);
    ASSERT_TRUE(other->execute("CREATE TABLE theirs (a)"));
  }
  const auto store = Store::open(path, k_now);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().text(), HasSubstr("another program"));
  EXPECT_THAT(schema_of(path), HasSubstr("theirs"));
  EXPECT_EQ(schema_of(path).find("scans"), std::string::npos);
}

}  // namespace
}  // namespace codelake::store
