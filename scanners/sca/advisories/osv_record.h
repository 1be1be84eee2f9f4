// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// The parts of an OSV record (OSV schema 1.x) that an index is made of. All text points into the reader that
// parsed it.
enum class OsvEventKind { introduced, fixed, last_affected, limit };

struct OsvEvent {
  OsvEventKind kind = OsvEventKind::introduced;
  std::string_view version;
};

enum class OsvRangeType { semver, ecosystem, git, other };

struct OsvRange {
  OsvRangeType type = OsvRangeType::other;
  std::vector<OsvEvent> events;  // in the order of the record
};

// How bad: CVSS vectors, and a word ("HIGH", "Moderate") of the database itself; each may be missing.
struct OsvSeverity {
  std::vector<std::string_view> vectors;
  std::string_view word;
};

// What a record is that tells of no vulnerability (RUSTSEC's "informational").
enum class Informational { none, unmaintained, unsound, notice };

struct OsvAffected {
  std::string_view ecosystem;  // with its ":suffix"; empty when no package is named
  std::string_view name;
  std::vector<OsvRange> ranges;
  std::vector<std::string_view> versions;
  OsvSeverity severity;
  Informational informational = Informational::none;
};

struct OsvReference {
  std::string_view type;
  std::string_view url;
};

struct OsvRecord {
  std::string_view id;
  std::string_view modified;
  std::string_view summary;
  std::string_view details;
  bool withdrawn = false;
  bool malicious = false;  // "MAL-" as id or alias, or listed by a database of malicious packages
  std::vector<std::string_view> aliases;
  std::vector<OsvAffected> affected;
  OsvSeverity severity;
  std::vector<int> cwe;
  std::vector<OsvReference> references;
  // What of a package is affected, where a record says so: "path#Symbol" or "path" of Go,
  // "crate::module::function" of Rust.
  std::vector<std::string> symbols;
  std::uint64_t content_hash = 0;  // of the JSON text
};

// Parses OSV records, one at a time, reusing its memory.
class OsvReader {
 public:
  OsvReader();
  ~OsvReader();
  OsvReader(const OsvReader&) = delete;
  OsvReader& operator=(const OsvReader&) = delete;

  // The record of a JSON text; it is valid until the next call. Fails on anything but a JSON object with a
  // usable "id"; members of an unexpected type are taken as absent.
  Result<OsvRecord> parse(std::string_view json);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace codelake::sca
