// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/matcher.h"
#include "scanners/sast/pattern.h"
#include "scanners/sast/rule.h"
#include "scanners/sast/text_tree.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast {

// A rule with its patterns in one language; both must outlive it. Without a language patterns are text.
struct CompiledRule {
  const Rule* rule = nullptr;
  std::vector<Pattern> patterns;  // beside rule->patterns
  // What the languages named by its `metavariable-pattern` mean; null: text.
  std::vector<std::pair<std::string, const syntax::Language*>> languages;
};

// What rules are tried on, by one thread. `file` is null for text without a tree.
class Subject {
 public:
  Subject(std::string_view text, const FileView* file) : m_text(text), m_file(file) {}

  // Patterns are tried at all nodes of their kind, not only at those with their symbol: slower, and the same.
  void try_everywhere() { m_dispatch = false; }
  bool dispatch() const { return m_dispatch; }

  std::string_view text() const { return m_text; }
  const FileView* file() const { return m_file; }
  // The text as words, without comments of that style; made at the first call for a style.
  const TextTree& words(const std::string& comment_style) const;

 private:
  std::string_view m_text;
  const FileView* m_file;
  bool m_dispatch = true;
  mutable std::map<std::string, TextTree> m_words;
};

// Every place where the rule holds, sorted by place, one for each range; the result may be incomplete when
// the budget is exhausted.
std::vector<Match> evaluate(const CompiledRule& rule, const Subject& subject, Budget& budget);

// The same for one formula of a rule: a source, sink or sanitizer of a taint rule. Matches of one range that differ in
// their bindings are all given.
std::vector<Match> evaluate(const CompiledRule& rule, const Formula& formula, const Subject& subject, Budget& budget);

}  // namespace codelake::sast
