// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "scanners/secrets/history/blob_pass.h"
#include "scanners/secrets/history/history.h"
#include "scanners/secrets/history/object_store.h"
#include "scanners/secrets/kept_file.h"
#include "scanners/secrets/rule_table.h"

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
  std::uint64_t too_large = 0;   // blobs among them that were not looked at
  std::uint64_t incomplete = 0;  // blobs that were looked at in part

  void add(const PassOutcome& pass);
};

// What an earlier search left.
struct KnownSearch {
  Searched searched;  // with the rules' numbers of today
  RuleChange change;
};

// What a whole search gave.
struct KeptResult {
  std::vector<FoundSecret> secrets;
  std::vector<Notice> notices;
  Coverage coverage;
};

// Two files for each repository below Options::cache_directory: the objects that were searched (20 bytes each) with their
// candidates and the rules they were searched for; and the result, which holds as long as refs, packs, rules and settings
// stay as they were. Neither holds more of a secret than a report does: the first characters and a keyed hash. A file of
// another version of the program is not used; a damaged one is dropped and noted.
class Cache {
 public:
  Cache(const Options& options, const RuleTable& rules, const ObjectStore& store);

  std::optional<KeptResult> result(ScanContext& context) const;
  KnownSearch searched(ScanContext& context) const;
  void keep(const Searched& searched, const KeptResult& result, ScanContext& context) const;

 private:
  KeptFile read(const std::string& path, const std::string& key, ScanContext& context) const;
  void write(const std::string& path, const std::string& key, const std::string& content, ScanContext& context) const;

  const RuleTable& m_rules;
  std::string m_directory;  // empty: nothing is kept
  std::string m_searched_path;
  std::string m_result_path;
  std::string m_search_key;
  std::string m_state_key;
};

// Both forms of the files, for the tests of damaged ones; std::nullopt when the content is none of its kind.
std::string write_searched(const Searched& searched, const RuleTable& rules);
std::optional<KnownSearch> read_searched(std::string_view content, const RuleTable& rules);
std::string write_result(const KeptResult& result, const RuleTable& rules);
std::optional<KeptResult> read_result(std::string_view content, const RuleTable& rules);

}  // namespace codelake::secrets::history
