// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "core/check.h"

#include <sqlite3.h>

#include <limits>

namespace codelake::store {

namespace {

constexpr int k_busy_timeout_ms = 10'000;
constexpr int k_retry_ms = 20;

// What the user can do about an SQLite result code.
Error explained(int code, const std::string& path, const std::string& message) {
  Error error{ErrorKind::environment, "using the database", path, message, {}};
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      error.cause = "the file is damaged or no database of codelake: " + message;
      error.remedy = "it was left as it is; move it away (mv '" + path + "' '" + path + ".damaged') and scan again";
      break;
    case SQLITE_FULL:
      error.cause = "no space left; nothing was saved";
      error.remedy = "free some space and scan again";
      break;
    case SQLITE_IOERR:
      error.cause = "reading or writing failed, nothing was saved: " + message;
      error.remedy = "look for a full disk, a quota or a failing device";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      error.cause = "the file or its folder cannot be written: " + message;
      error.remedy = "set CODELAKE_HOME to a folder you can write to";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      error.cause = "another process has been writing to it for more than ten seconds";
      error.remedy = "try again when it is done";
      break;
    default: break;
  }
  return error;
}

}  // namespace

std::int64_t Row::number(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string Row::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  if (bytes == nullptr) return {};
  return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

bool Row::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<void> Statement::bind(const Values& values) {
  CODELAKE_CHECK(sqlite3_bind_parameter_count(m_statement.get()) == static_cast<int>(values.size()));
  int place = 0;
  for (const Value& value : values) {
    ++place;
    int code = SQLITE_OK;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      code = sqlite3_bind_int64(m_statement.get(), place, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      code = sqlite3_bind_text64(m_statement.get(), place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
      code = sqlite3_bind_null(m_statement.get(), place);
    }
    if (code != SQLITE_OK) return fail(m_database->last_error(code));
  }
  return {};
}

Result<void> Statement::run(const Values& values, const std::function<void(const Row&)>& row) {
  sqlite3_reset(m_statement.get());
  TRY(bind(values));
  int code = sqlite3_step(m_statement.get());
  while (code == SQLITE_ROW) {
    if (row) row(Row(m_statement.get()));
    code = sqlite3_step(m_statement.get());
  }
  Result<void> result;
  if (code != SQLITE_DONE) result = fail(m_database->last_error(code));
  sqlite3_reset(m_statement.get());
  return result;
}

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Result<Database> Database::open(const std::string& path, bool create) {
  Database database(path);
  sqlite3* connection = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  database.m_connection.reset(connection);
  if (connection == nullptr) return fail(explained(SQLITE_NOMEM, path, "out of memory"));
  sqlite3_extended_result_codes(connection, 1);
  if (code != SQLITE_OK) return fail(database.last_error(code));
  sqlite3_busy_timeout(connection, k_busy_timeout_ms);
  // A database file is foreign bytes: it may not call functions with side effects from its schema.
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  TRY(database.use_write_ahead_log());
  TRY(database.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"));
  return database;
}

// Two programs that turn the log on at the same moment refuse each other at once: SQLite does not wait here.
Result<void> Database::use_write_ahead_log() {
  for (int waited_ms = 0;; waited_ms += k_retry_ms) {
    auto done = execute("PRAGMA journal_mode = WAL");
    const bool busy = (sqlite3_errcode(m_connection.get()) & 0xFF) == SQLITE_BUSY;
    if (done || !busy || waited_ms >= k_busy_timeout_ms) return done;
    sqlite3_sleep(k_retry_ms);
  }
}

Error Database::last_error(int code) const {
  const std::string message = m_connection ? sqlite3_errmsg(m_connection.get()) : sqlite3_errstr(code);
  return explained(code, m_path, message);
}

Result<void> Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail(last_error(code));
  return {};
}

Result<Statement> Database::prepare(const std::string& sql) {
  CODELAKE_CHECK(sql.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()));
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(m_connection.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return fail(last_error(code));
  return Statement(*this, statement);
}

Result<void> Database::run(const std::string& sql, const Values& values, const std::function<void(const Row&)>& row) {
  Statement statement = TRY(prepare(sql));
  return statement.run(values, row);
}

Result<std::optional<std::int64_t>> Database::number(const std::string& sql, const Values& values) {
  std::optional<std::int64_t> first;
  TRY(run(sql, values, [&](const Row& row) {
    if (!first) first = row.number(0);
  }));
  return first;
}

Result<void> Database::in_transaction(const std::function<Result<void>()>& work) {
  TRY(execute("BEGIN IMMEDIATE"));
  Result<void> result = work();
  if (result) result = execute("COMMIT");
  // SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to undo.
  if (!result && sqlite3_get_autocommit(m_connection.get()) == 0) {
    if (const auto undone = execute("ROLLBACK"); !undone) return undone;
  }
  return result;
}

}  // namespace codelake::store
