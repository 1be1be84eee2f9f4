// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace codelake::store {
namespace {

using testing::HasSubstr;

struct DatabaseTest : testing::Test {
  test::TemporaryDirectory folder;
  std::string path = folder.file("test.db");

  Database opened() {
    auto database = Database::open(path, true);
    if (!database) ADD_FAILURE() << database.error().text();
    return *std::move(database);
  }
};

TEST_F(DatabaseTest, GivesBackWhatWasBound) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a INTEGER, b TEXT, c TEXT)"));
  const std::string odd("quote ' and \0 byte", 18);
  ASSERT_TRUE(database.run("INSERT INTO t VALUES (?1, ?2, ?3)", {std::int64_t{1} << 40, odd, nullptr}));
  int rows = 0;
  ASSERT_TRUE(database.run("SELECT a, b, c FROM t", {}, [&](const Row& row) {
    ++rows;
    EXPECT_EQ(row.number(0), std::int64_t{1} << 40);
    EXPECT_EQ(row.text(1), odd);
    EXPECT_TRUE(row.is_null(2));
    EXPECT_EQ(row.text(2), "");
  }));
  EXPECT_EQ(rows, 1);
}

TEST_F(DatabaseTest, KeepsAllOrNothingOfATransaction) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a INTEGER UNIQUE)"));
  const auto result = database.in_transaction([&]() -> Result<void> {
    TRY(database.run("INSERT INTO t VALUES (1)", {}));
    return database.run("INSERT INTO t VALUES (1)", {});
  });
  EXPECT_FALSE(result);
  EXPECT_EQ(**database.number("SELECT count(*) FROM t", {}), 0);
  ASSERT_TRUE(database.in_transaction([&] { return database.run("INSERT INTO t VALUES (1)", {}); }));
  EXPECT_EQ(**database.number("SELECT count(*) FROM t", {}), 1);
}

TEST_F(DatabaseTest, HoldsForeignKeysAndWritesAheadInALog) {
  Database database = opened();
  EXPECT_EQ(**database.number("PRAGMA foreign_keys", {}), 1);
  std::string mode;
  ASSERT_TRUE(database.run("PRAGMA journal_mode", {}, [&](const Row& row) { mode = row.text(0); }));
  EXPECT_EQ(mode, "wal");
}

TEST_F(DatabaseTest, LeavesAFileThatIsNoDatabaseAsItIs) {
  const std::string bytes(5000, 'x');
  std::ofstream(path) << bytes;
  const auto database = Database::open(path, true);
  ASSERT_FALSE(database);
  EXPECT_THAT(database.error().text(), HasSubstr("damaged or no database"));
  EXPECT_THAT(database.error().remedy, HasSubstr("move it away"));
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes);
}

TEST_F(DatabaseTest, SaysWhenItCannotBeMade) {
  const auto database = Database::open("/proc/codelake.db", true);
  ASSERT_FALSE(database);
  EXPECT_THAT(database.error().text(), HasSubstr("cannot be written"));
  EXPECT_THAT(database.error().remedy, HasSubstr("CODELAKE_HOME"));
  EXPECT_FALSE(Database::open(path, false)) << "not created unless asked for";
}

TEST_F(DatabaseTest, SaysWhenTheDiskIsFullAndKeepsNothing) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a TEXT); PRAGMA max_page_count = 10;"));
  const auto result = database.in_transaction(
      [&] { return database.run("INSERT INTO t VALUES (?1)", {std::string(200'000, 'x')}); });
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().text(), HasSubstr("no space left; nothing was saved"));
  EXPECT_EQ(**database.number("SELECT count(*) FROM t", {}), 0);
  EXPECT_TRUE(database.in_transaction([&] { return database.run("INSERT INTO t VALUES ('small')", {}); }));
}

TEST_F(DatabaseTest, RefusesSqlThatDoesNotParse) {
  Database database = opened();
  EXPECT_FALSE(database.prepare("SELEC 1"));
  EXPECT_FALSE(database.execute("CREATE"));
  EXPECT_FALSE(database.number("SELECT * FROM nothing", {}));
}

}  // namespace
}  // namespace codelake::store
