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

// A pattern that any number of rules may hold, read when it is first looked for. Its slots are its own: they number its
// metavariables in the order in which it names them. Const and safe for several threads.
class SharedPattern {
 public:
  struct Key {
    std::string_view text;
    const syntax::Language* language = nullptr;  // null: text of any kind
    bool small_letters = false;                  // metavariables may have some (metavariables_in)
    const RuleOptions* options = nullptr;
  };
  explicit SharedPattern(const Key& key);

  bool is_for(const Key& key) const;
  bool is_text() const { return m_language == nullptr; }
  const syntax::Language* language() const { return m_language; }
  const RuleOptions& options() const { return m_options; }
  const std::vector<std::string>& metavariables() const { return m_metavariables; }
  const Pattern& pattern() const;
  // Why it cannot be read; the pattern is empty then.
  const std::optional<Error>& error() const;

 private:
  void read() const;

  std::string m_text;
  const syntax::Language* m_language;
  bool m_small_letters;
  RuleOptions m_options;  // without those of data flow
  std::vector<std::string> m_metavariables;
  mutable std::once_flag m_read;
  mutable Pattern m_pattern;
  mutable std::optional<Error> m_error;
};

// The patterns of many rules, equal ones once. Const and safe for several threads.
class PatternPool {
 public:
  // Lives as long as the pool.
  const SharedPattern& get(const SharedPattern::Key& key) const;

 private:
  mutable std::mutex m_mutex;
  mutable std::unordered_multimap<std::uint64_t, std::unique_ptr<SharedPattern>> m_patterns;  // by the hash of the text
};

}  // namespace codelake::sast
