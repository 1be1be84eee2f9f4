// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include "core/check.h"

namespace codelake::embedded {
std::span<const EmbeddedFile> migrations();
}

namespace codelake::store {

namespace {

constexpr std::int64_t k_application_id = 0x434C444B;  // "CLDK", set by the first migration

Result<std::int64_t> version_of(Database& database) {
  return TRY(database.number("PRAGMA user_version", {})).value_or(0);
}

Failure refused(const Database& database, std::string cause, std::string remedy) {
  return fail(Error{ErrorKind::environment, "opening the database", database.path(), std::move(cause), std::move(remedy)});
}

Result<void> check_owner(Database& database) {
  const auto owner = TRY(database.number("PRAGMA application_id", {})).value_or(0);
  if (owner == k_application_id) return {};
  const auto tables = TRY(database.number("SELECT count(*) FROM sqlite_schema", {})).value_or(0);
  if (tables == 0) return {};
  return refused(database, "the file is a database of another program",
                 "it was left as it is; move it away or set CODELAKE_HOME to another folder");
}

// Inside a transaction: another program may have taken the step since.
Result<void> take_step(Database& database, std::int64_t step, std::string_view sql) {
  if (TRY(version_of(database)) >= step) return {};
  TRY(database.execute(std::string(sql)));
  return database.execute("PRAGMA user_version = " + std::to_string(step));
}

}  // namespace

std::span<const EmbeddedFile> migrations() { return embedded::migrations(); }

Result<void> migrate(Database& database, std::span<const EmbeddedFile> steps) {
  const auto newest = static_cast<std::int64_t>(steps.size());
  TRY(check_owner(database));
  if (TRY(version_of(database)) == newest) return {};
  for (std::int64_t step = 1; step <= newest; ++step) {
    const std::string_view sql = steps[static_cast<std::size_t>(step - 1)].bytes;
    TRY(database.in_transaction([&] { return take_step(database, step, sql); }));
  }
  const std::int64_t version = TRY(version_of(database));
  if (version == newest) return {};
  return refused(database, "it was written by a newer codelake (version " + std::to_string(version) + " of the file)",
                 "update codelake, or move the file away");
}

}  // namespace codelake::store
