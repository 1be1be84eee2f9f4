// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "scanners/secrets/history/blob_pass.h"
#include "scanners/secrets/history/history.h"
#include "scanners/secrets/history/object_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codelake::secrets::history {

// Objects that were searched under some rules, and what that gave.
struct Searched {
  std::vector<ObjectId> objects;      // sorted
  std::vector<Candidate> candidates;  // sorted
  std::uint64_t blob_count = 0;

  void add(const PassOutcome& pass, std::uint64_t blobs);
};

// What a whole search gave.
struct KeptResult {
  std::vector<FoundSecret> secrets;
  Coverage coverage;
};

// Two files for each repository below Options::cache_directory: the objects that were searched under these rules (20 bytes each)
// with their candidates, and the result, which holds as long as refs, packs and settings stay as they were. Neither holds
// more of a secret than a report does: the first characters and a keyed hash. A file of other rules or another version of
// the program is not used; a damaged one is dropped and noted.
class Cache {
 public:
  Cache(const Options& options, const Inspection& inspection, const ObjectStore& store);

  std::optional<KeptResult> result(const Inspection& inspection, ScanContext& context) const;
  Searched searched(ScanContext& context) const;
  // A null `result` is one that must be made anew next time.
  void keep(const Searched& searched, const KeptResult* result, ScanContext& context) const;

 private:
  std::optional<std::string> read(const std::string& path, const std::string& key, ScanContext& context) const;
  void write(const std::string& path, const std::string& key, const std::string& payload, ScanContext& context) const;

  std::string m_directory;  // empty: nothing is kept
  std::string m_searched_path;
  std::string m_result_path;
  std::string m_rules_key;
  std::string m_state_key;
};

// Both forms of the files, for the tests of damaged ones; std::nullopt when the payload is none of its kind.
std::string write_searched(const Searched& searched);
std::optional<Searched> read_searched(std::string_view payload);
std::string write_result(const KeptResult& result);
std::optional<KeptResult> read_result(std::string_view payload, const Inspection& inspection);

}  // namespace codelake::secrets::history
