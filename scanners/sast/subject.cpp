// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/subject.h"

#include "core/limits.h"

namespace codelake::sast {

namespace {

// For one pattern, whichever rule asks for it first: what is found must not depend on that.
constexpr std::size_t k_pattern_steps_max = Limits{}.match_steps_max / 4;

}  // namespace

const TextTree& Subject::words(const std::string& comment_style) const {
  const auto found = m_words.find(comment_style);
  if (found != m_words.end()) return found->second;
  TextTree tree = comment_style.empty() ? text_tree(m_text) : text_tree(without_comments(m_text, comment_style));
  return m_words.emplace(comment_style, std::move(tree)).first->second;
}

const PatternMatches& Subject::matches_of(const SharedPattern& pattern) const {
  const auto [at, added] = m_matches.try_emplace(&pattern);
  PatternMatches& found = at->second;
  if (!added) return found;
  Budget budget{k_pattern_steps_max, false};
  if (const auto& text = pattern.pattern().text) {
    const SearchedText searched{m_text, words(pattern.options().generic_comment_style)};
    found.matches = find_text(*text, pattern.options(), searched, budget);
  } else {
    find_within(Extent{}, pattern, budget, found.matches);
  }
  found.steps = k_pattern_steps_max - budget.left;
  found.limit_hit = budget.exhausted;
  return found;
}

void Subject::find_within(const Extent& extent, const SharedPattern& pattern, Budget& budget, std::vector<Match>& found) const {
  if (m_file == nullptr) return;
  for (const Reading& reading : pattern.pattern().readings) {
    Matcher matcher(reading, *m_file, pattern.options(), budget);
    if (!m_dispatch) matcher.try_everywhere();
    matcher.find(extent, pattern.metavariables().size(), found);
  }
}

}  // namespace codelake::sast
