// SPDX-License-Identifier: Apache-2.0
//
// Each entry's hash is SHA-256 over its fields, one per line with its length before it, and over the hash of the entry
// before it; the first follows the empty hash. Whoever changes or removes an entry has to rewrite all later ones.
#include "core/hash.h"
#include "store/store.h"

namespace codelake::store {

namespace {

std::string hash_of(const AuditEntry& entry, const std::string& previous) {
  std::string text;
  for (const std::string& field : {previous, std::to_string(entry.number), entry.at, entry.action, entry.actor,
                                   entry.subject, entry.details_json}) {
    text += std::to_string(field.size()) + ":" + field + "\n";
  }
  return sha256_hex(text);
}

constexpr std::string_view k_columns = "SELECT number, at, action, actor, subject, details, hash FROM audit_log";

AuditEntry entry_of(const Row& row) {
  return {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

}  // namespace

Result<void> Store::append(AuditEntry entry) {
  return m_database.in_transaction([&]() -> Result<void> {
    std::string previous;
    entry.number = 1;
    TRY(m_database.run("SELECT number, hash FROM audit_log ORDER BY number DESC LIMIT 1", {}, [&](const Row& row) {
      entry.number = row.number(0) + 1;
      previous = row.text(1);
    }));
    if (entry.at.empty()) entry.at = m_now;
    return m_database.run(
        "INSERT INTO audit_log (number, at, action, actor, subject, details, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7, ?8)",
        {entry.number, entry.at, entry.action, entry.actor, entry.subject, entry.details_json, previous,
         hash_of(entry, previous)});
  });
}

Result<std::vector<AuditEntry>> Store::audit_log(int limit, int offset) {
  std::vector<AuditEntry> entries;
  TRY(m_database.run(std::string(k_columns) + " ORDER BY number DESC LIMIT ?1 OFFSET ?2",
                     {std::int64_t{limit}, std::int64_t{offset}},
                     [&](const Row& row) { entries.push_back(entry_of(row)); }));
  return entries;
}

Result<std::optional<std::int64_t>> Store::first_altered_audit_entry() {
  std::string previous;
  std::int64_t expected = 1;
  std::optional<std::int64_t> altered;
  TRY(m_database.run(std::string(k_columns) + " ORDER BY number", {}, [&](const Row& row) {
    const AuditEntry entry = entry_of(row);
    const bool sound = entry.number == expected && entry.hash == hash_of(entry, previous);
    if (!sound && !altered) altered = entry.number;
    previous = entry.hash;
    expected = entry.number + 1;
  }));
  return altered;
}

}  // namespace codelake::store
