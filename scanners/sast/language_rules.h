// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/evaluate.h"
#include "scanners/sast/prefilter.h"
#include "scanners/sast/rule_shelf.h"
#include "scanners/syntax/language.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The rules of one language, or those for any text. They are taken from the shelf when a text of the language is first
// looked at, and a rule's patterns are compiled when a text first has its words. Const and safe for several threads.
class LanguageRules {
 public:
  using Languages = std::vector<const syntax::Language*>;

  // All must outlive it. `language` is null for rules for any text, `places` are those of its rules, ascending, `all` the
  // languages a rule may name.
  LanguageRules(const syntax::Language* language, const RuleShelf& shelf, std::vector<std::size_t> places, Languages all);
  ~LanguageRules();

  // The rules that may match a text, and those among them whose patterns cannot be read.
  struct Candidates {
    std::vector<const CompiledRule*> rules;
    std::vector<const CompiledRule*> taint_rules;
    std::vector<bool> parts;  // by PartUse::shared: whether it may match; empty: all may
    std::vector<RuleError> errors;
  };
  // `path` is what `paths:` of a rule is about.
  Candidates candidates(std::string_view text, std::string_view path) const;

  // Whether any of them is about files of that path.
  bool concern(std::string_view path) const;

  const syntax::Language* language() const { return m_language; }
  std::size_t size() const { return m_places.size(); }
  // Whether any of them is a taint rule.
  bool follows_data() const;
  // Its rules, in their order.
  const std::vector<const Rule*>& rules() const;
  // All of them, whatever their words; without `known` only those of whose patterns it is not known yet that they can be
  // read: not our own, and none that was read before.
  Candidates all(bool known = true) const;
  // Compiles these on so many threads.
  void compile(bool known, std::size_t threads) const;
  // One of them; null when it is not of this language or cannot be compiled.
  const CompiledRule* find(const Rule& rule) const;

 private:
  struct Entry;
  void prepare() const;
  std::vector<std::size_t> wanted(bool known) const;
  void add(const Entry& entry, Candidates& to) const;
  void compile(const Entry& entry) const;
  void use_parts(const Entry& entry) const;
  void add_unreadable(const Entry& entry, std::vector<RuleError>& errors) const;
  bool read_by_another(const Rule& rule, std::string_view pattern) const;
  void compile_one(const Entry& entry, std::size_t index) const;
  const syntax::Language* named(std::string_view word) const;

  const syntax::Language* m_language;
  const RuleShelf& m_shelf;
  std::vector<std::size_t> m_places;
  Languages m_languages;
  mutable std::once_flag m_prepared;  // what follows is made when the language is first met
  mutable std::vector<const Rule*> m_rules;
  mutable std::vector<std::unique_ptr<Entry>> m_entries;
  mutable SharedParts m_parts;
  mutable std::unique_ptr<Prefilter> m_prefilter;
  mutable bool m_follows_data = false;
  PatternPool m_patterns;
};

}  // namespace codelake::sast
