// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace codelake::store {

// A value bound to a statement; texts are copied.
using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;
using Values = std::vector<Value>;

// One row of an answer; valid during the call it is given to.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}
  // Columns count from 0. NULL reads as 0 and as the empty text.
  std::int64_t number(int column) const;
  std::string text(int column) const;
  bool is_null(int column) const;

 private:
  sqlite3_stmt* m_statement;
};

class Database;

// A prepared statement, for running many times; must not outlive its database.
class Statement {
 public:
  // Runs it with the values bound to ?1, ?2 …, calling `row` for each row of the answer.
  Result<void> run(const Values& values, const std::function<void(const Row&)>& row = {});

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(const Database& database, sqlite3_stmt* statement) : m_database(&database), m_statement(statement) {}
  Result<void> bind(const Values& values);

  const Database* m_database;
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

// One connection to an SQLite file: foreign keys on, write-ahead log, ten seconds of patience with other writers. The
// only user of SQLite. Errors say what to do: move a damaged file away, free space, wait for the other process.
class Database {
 public:
  // Opens `path`, which is created when `create`; never overwrites a file that is no database.
  static Result<Database> open(const std::string& path, bool create);

  // Runs one or more statements without values or answer.
  Result<void> execute(const std::string& sql);
  Result<Statement> prepare(const std::string& sql);
  // Prepares and runs one statement.
  Result<void> run(const std::string& sql, const Values& values, const std::function<void(const Row&)>& row = {});
  // The first column of the first row; absent when there is no row.
  Result<std::optional<std::int64_t>> number(const std::string& sql, const Values& values);

  // Runs `work` in a transaction that writes: all of it is kept, or nothing when it returns an error.
  Result<void> in_transaction(const std::function<Result<void>()>& work);

  const std::string& path() const { return m_path; }
  // The error of the last call, in words; for Statement.
  Error last_error(int code) const;

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  explicit Database(std::string path) : m_path(std::move(path)) {}
  Result<void> use_write_ahead_log();

  std::string m_path;
  std::unique_ptr<sqlite3, Closer> m_connection;
};

}  // namespace codelake::store
