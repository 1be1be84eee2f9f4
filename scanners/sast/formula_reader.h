// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sast/rule.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// Reads the operators of one rule, in both syntaxes: `patterns` and its kin, and `match` with all, any, not, inside and
// where. Patterns, regular expressions and metavariables go into the rule, what is wrong to `errors`.
class FormulaReader {
 public:
  FormulaReader(Rule& rule, std::vector<RuleError>& errors) : m_rule(rule), m_errors(errors) {}

  // The formula of a search rule: the one key of `body` that starts a formula.
  void read(const yaml::Node& body);
  // The sources, sinks, sanitizers and propagators of a taint rule.
  void read_taint(const yaml::Node& body);

 private:
  void wrong(std::uint32_t line, std::string cause);
  static bool has_positive(const Formula& formula);

  Formula operation(const yaml::Node& key, const yaml::Node& value, int depth);
  Formula inner(const yaml::Node& key, const yaml::Node& value, int depth);
  static Formula wrapped(Formula::Kind kind, const yaml::Node& key, Formula child);
  Formula leaf(const yaml::Node& key, const yaml::Node& value);
  Formula regex_leaf(const yaml::Node& key, const yaml::Node& value);
  Formula list(Formula::Kind kind, const yaml::Node& key, const yaml::Node& value, int depth);
  void item(Formula& to, const yaml::Node& name, const yaml::Node& content, int depth);

  Formula matched(const yaml::Node& key, const yaml::Node& value, int depth);
  Formula matched_operation(const yaml::Node& key, const yaml::Node& value, int depth);
  void where(Formula& all, const yaml::Node& value, int depth);
  void where_item(Formula& all, const yaml::Node& item, int depth);

  bool condition(Formula& all, const yaml::Node& name, const yaml::Node& value, int depth);
  void read_condition(Condition& result, const yaml::Node& name, const yaml::Node& value, int depth);
  void regex_condition(Condition& result, const yaml::Node& name, const yaml::Node& value);
  void comparison(Condition& result, const yaml::Node& name, const yaml::Node& value);
  void analysis(Condition& result, const yaml::Node& name, const yaml::Node& value);
  void types(Condition& result, const yaml::Node& name, const yaml::Node& value);
  void nested(Condition& result, const yaml::Node& name, const yaml::Node& value, int depth);
  void focus(Formula& all, const yaml::Node& name, const yaml::Node& value);
  void known_keys(const yaml::Node& name, const yaml::Node& value, std::initializer_list<std::string_view> known);
  bool flag(const yaml::Node& value, std::string_view key);

  void taint_parts(const yaml::Node& key, const yaml::Node& value, std::vector<TaintPart>& parts);
  void model_parts(const yaml::Node& key, const yaml::Node& value, std::vector<TaintPart>& parts);
  TaintPart taint_part(const yaml::Node& key, const yaml::Node& value);
  void taint_setting(TaintPart& part, const yaml::Node& key, const yaml::Node& value);
  void taint_requires(TaintPart& part, const yaml::Node& value);

  std::size_t regex(const yaml::Node& key, const std::string& text, bool anchored);
  Slot add_slot(std::string_view name, std::uint32_t line);
  void collect_metavariables(std::string_view text, std::uint32_t line);

  Rule& m_rule;
  std::vector<RuleError>& m_errors;
  std::string m_language;      // of the patterns being read; empty: the rule's own
  bool m_match_syntax = false;  // inside `match` and `taint`
};

// Whether a key of a rule starts its formula ("pattern", "patterns", "pattern-either", "pattern-regex", "match").
bool starts_formula(std::string_view key);
// Whether a key of a rule belongs to a taint rule ("pattern-sources", "taint" …).
bool starts_taint(std::string_view key);
// The metavariables a text names, in its order, some perhaps more than once. In text of any kind one may have small letters
// after its first; elsewhere `$Foo` is a name of the language.
std::vector<std::string_view> metavariables_in(std::string_view text, bool small_letters);
// The words of `languages:` that mean text of any kind ("generic", "regex", "none"), and whether one is among them.
std::span<const std::string_view> text_languages();
bool is_text_language(std::string_view word);

}  // namespace codelake::sast
