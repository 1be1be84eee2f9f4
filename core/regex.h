// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// One match: byte offsets into the text that was given.
struct RegexMatch {
  struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool matched = false;
  };
  std::vector<Group> groups;  // [0] is the whole match

  std::size_t begin() const { return groups[0].begin; }
  std::size_t end() const { return groups[0].end; }
};

enum class RegexLimit { not_hit, hit };

// A compiled PCRE2 pattern with JIT and a match limit. Const use is safe from several threads.
class Regex {
 public:
  struct Options {
    bool ignore_case = false;
    bool multi_line = false;   // ^ and $ at line breaks
    bool dot_all = false;
    bool extended = false;
    bool utf = false;          // off: bytes; on: invalid UTF-8 never matches across
    bool anchored = false;     // only at the start position (Python's re.match)
    bool start_limit = false;  // find_starting_by may be used
  };

  static Result<Regex> compile(std::string_view pattern, Options options);
  static Result<Regex> compile(std::string_view pattern) { return compile(pattern, Options{}); }
  // One that was compiled before without an error: that is done when it is first used. If there is an error after all, it
  // matches nothing.
  static Regex known(std::string_view pattern, Options options);

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // The first match at or after `from`. `limit` tells when the match limit ended the search (then: no match).
  std::optional<RegexMatch> find(std::string_view text, std::size_t from = 0, RegexLimit* limit = nullptr) const;
  // The same for a match that begins at `begin_max` at the latest, without looking on. Requires Options::start_limit.
  std::optional<RegexMatch> find_starting_by(std::size_t begin_max, std::string_view text, std::size_t from,
                                             RegexLimit* limit = nullptr) const;
  bool matches(std::string_view text) const { return find(text).has_value(); }

  // Names of named groups with their numbers.
  const std::vector<std::pair<std::string, std::size_t>>& names() const;

 private:
  struct Code;
  explicit Regex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> m_code;
};

}  // namespace codelake
