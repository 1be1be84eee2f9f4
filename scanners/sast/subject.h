// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/matcher.h"
#include "scanners/sast/shared_pattern.h"
#include "scanners/sast/text_tree.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::sast {

// All places where a pattern holds, whatever rule asks for it.
struct PatternMatches {
  std::vector<Match> matches;  // values by the pattern's own slots
  std::size_t steps = 0;       // what finding them took
  bool limit_hit = false;      // there may be more
};

// What rules are tried on, by one thread. `file` is null for text without a tree.
class Subject {
 public:
  Subject(std::string_view text, const FileView* file) : m_text(text), m_file(file) {}

  // Patterns are tried at all nodes of their kind, not only at those with their symbol: slower, and the same.
  void try_everywhere() { m_dispatch = false; }

  std::string_view text() const { return m_text; }
  const FileView* file() const { return m_file; }
  // The text as words, without comments of that style; made at the first call for a style.
  const TextTree& words(const std::string& comment_style) const;

  // Where a pattern holds; looked for at the first call.
  const PatternMatches& matches_of(const SharedPattern& pattern) const;
  // Where a pattern of code holds inside of `extent`, appended to `found`.
  void find_within(const Extent& extent, const SharedPattern& pattern, Budget& budget, std::vector<Match>& found) const;

 private:
  std::string_view m_text;
  const FileView* m_file;
  bool m_dispatch = true;
  mutable std::map<std::string, TextTree> m_words;
  mutable std::unordered_map<const SharedPattern*, PatternMatches> m_matches;
};

}  // namespace codelake::sast
