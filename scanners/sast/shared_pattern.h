// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/pattern.h"
#include "scanners/sast/rule_options.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace codelake::sast {

// A pattern that any number of rules may hold, made ready once. Its slots are its own: they number its metavariables in
// the order in which it names them.
struct SharedPattern {
  std::string text;
  const syntax::Language* language = nullptr;  // null: text of any kind
  RuleOptions options;                         // without those of data flow
  std::vector<std::string> metavariables;
  Pattern pattern;
  std::optional<Error> error;  // why it cannot be read; `pattern` is empty then
};

// The patterns of many rules, equal ones once. Const and safe for several threads.
class PatternPool {
 public:
  struct Key {
    std::string_view text;
    const syntax::Language* language = nullptr;
    bool small_letters = false;  // metavariables may have some (metavariables_in)
    const RuleOptions* options = nullptr;
  };

  PatternPool();
  ~PatternPool();

  // Reads the pattern if no rule has asked for it before. It lives as long as the pool.
  const SharedPattern& get(const Key& key) const;

 private:
  struct Entry;

  mutable std::mutex m_mutex;
  mutable std::unordered_multimap<std::uint64_t, std::unique_ptr<Entry>> m_entries;  // by the hash of the text
};

}  // namespace codelake::sast
