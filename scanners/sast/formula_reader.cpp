// SPDX-License-Identifier: Apache-2.0
// The operators of a rule become one tree. Example: `patterns: [pattern: f($X), pattern-not-inside: g(...)]`
// becomes all(pattern #0, negation(inside(pattern #1))), and so does `match: {all: [f($X), {not: {inside: g(...)}}]}`.
// Conditions and focus belong to the `patterns`, or to the operator beside their `where`.
#include "scanners/sast/formula_reader.h"

#include <algorithm>
#include <array>

namespace codelake::sast {

namespace {

constexpr int k_depth_max = 32;

bool is_upper(char c) {
  return (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_regex_language(std::string_view word) {
  return word == "regex" || word == "none";
}

constexpr std::array<std::string_view, 7> k_match_operators = {"pattern", "regex",  "all",     "any",
                                                               "not",     "inside", "anywhere"};

}  // namespace

bool starts_formula(std::string_view key) {
  constexpr std::array<std::string_view, 5> keys = {"pattern", "patterns", "pattern-either", "pattern-regex", "match"};
  return holds(keys, key);
}

bool starts_taint(std::string_view key) {
  constexpr std::array<std::string_view, 5> keys = {"pattern-sources", "pattern-sinks", "pattern-sanitizers",
                                                    "pattern-propagators", "taint"};
  return holds(keys, key);
}

std::span<const std::string_view> text_languages() {
  static constexpr std::array<std::string_view, 4> k_words = {"regex", "generic", "none", "spacegrep"};
  return k_words;
}

bool is_text_language(std::string_view word) {
  const auto words = text_languages();
  return std::find(words.begin(), words.end(), word) != words.end();
}

void FormulaReader::wrong(std::uint32_t line, std::string cause) {
  m_errors.push_back({m_rule.path, line, m_rule.info.id, std::move(cause)});
}

bool FormulaReader::has_positive(const Formula& formula) {
  if (formula.kind == Formula::Kind::negation) return false;
  if (formula.kind != Formula::Kind::all) return true;
  return std::any_of(formula.children.begin(), formula.children.end(), has_positive);
}

void FormulaReader::read(const yaml::Node& body) {
  const yaml::Node* key = nullptr;
  for (const auto& [name, value] : body.entries) {
    if (!starts_formula(name.text)) continue;
    if (key != nullptr)
      return wrong(name.line, "both '" + key->text + "' and '" + name.text + "'; a rule has one of them");
    key = &name;
    m_match_syntax = name.text == "match";
    m_rule.formula = m_match_syntax ? matched(name, value, 0) : operation(name, value, 0);
  }
  if (key == nullptr)
    wrong(m_rule.line,
          "no pattern: one of pattern, patterns, pattern-either, pattern-regex and match is needed");
  else if (!has_positive(m_rule.formula))
    wrong(key->line, "only negative patterns under '" + key->text + "': nothing could match");
}

Formula FormulaReader::operation(const yaml::Node& key, const yaml::Node& value, int depth) {
  Formula result;
  result.line = key.line;
  if (depth > k_depth_max) {
    wrong(key.line, "operators nested more than " + std::to_string(k_depth_max) + " levels deep");
    return result;
  }
  const std::string& name = key.text;
  if (name == "pattern") return leaf(key, value);
  if (name == "pattern-regex") return regex_leaf(key, value);
  if (name == "patterns") return list(Formula::Kind::all, key, value, depth);
  if (name == "pattern-either") return list(Formula::Kind::any, key, value, depth);
  if (name == "pattern-inside") return wrapped(Formula::Kind::inside, key, inner(key, value, depth));
  if (name == "pattern-not") return wrapped(Formula::Kind::negation, key, inner(key, value, depth));
  if (name == "pattern-not-regex") return wrapped(Formula::Kind::negation, key, regex_leaf(key, value));
  if (name == "semgrep-internal-pattern-anywhere")
    return wrapped(Formula::Kind::anywhere, key, inner(key, value, depth));
  if (name == "pattern-not-inside") {
    return wrapped(Formula::Kind::negation, key, wrapped(Formula::Kind::inside, key, inner(key, value, depth)));
  }
  wrong(key.line, "operator '" + name + "' is unknown or not supported");
  return result;
}

// pattern-inside and its kin hold a pattern, or a mapping with one operator.
Formula FormulaReader::inner(const yaml::Node& key, const yaml::Node& value, int depth) {
  if (!value.is_mapping()) return leaf(key, value);
  if (value.entries.size() == 1) return operation(value.entries[0].first, value.entries[0].second, depth + 1);
  wrong(key.line, "'" + key.text + "' must hold one pattern");
  return {};
}

Formula FormulaReader::wrapped(Formula::Kind kind, const yaml::Node& key, Formula child) {
  Formula result;
  result.kind = kind;
  result.line = key.line;
  result.children.push_back(std::move(child));
  return result;
}

Formula FormulaReader::leaf(const yaml::Node& key, const yaml::Node& value) {
  Formula result;
  result.line = value.line == 0 ? key.line : value.line;
  if (!value.is_scalar()) {
    wrong(key.line, "'" + key.text + "' must be a text");
    return result;
  }
  // Where there is nothing but regular expressions, a pattern is one.
  const auto& languages = m_rule.info.languages;
  const bool own = m_language.empty() && std::all_of(languages.begin(), languages.end(), is_regex_language);
  if (own || is_regex_language(m_language)) return regex_leaf(key, value);
  result.index = m_rule.patterns.size();
  m_rule.patterns.push_back({value.text, key.line, m_language});
  collect_metavariables(value.text, key.line);
  return result;
}

Formula FormulaReader::regex_leaf(const yaml::Node& key, const yaml::Node& value) {
  Formula result;
  result.kind = Formula::Kind::regex;
  result.line = key.line;
  result.index = regex(key, value.text, false);
  if (result.index >= m_rule.regexes.size()) return result;
  // Only what is written so can name a group: an expression that need not be compiled is not.
  const bool may_name = value.text.find("(?") != std::string::npos;
  if (may_name) {
    for (const auto& [name, number] : m_rule.regexes[result.index].names()) add_slot("$" + name, key.line);
  }
  // Numbered groups get a slot only where the message asks for them; conditions add their own.
  for (char digit = '1'; digit <= '9'; ++digit) {
    const std::string name{'$', digit};
    if (m_rule.info.message.find(name) != std::string::npos || (m_rule.fix && m_rule.fix->find(name) != std::string::npos))
      add_slot(name, key.line);
  }
  return result;
}

// Semgrep anchors metavariable-regex at the start of the text, and lets ^ and $ match at line breaks elsewhere.
std::size_t FormulaReader::regex(const yaml::Node& key, const std::string& text, bool anchored) {
  Regex::Options options;
  options.multi_line = !anchored;
  options.anchored = anchored;
  options.utf = true;
  auto compiled = m_rule.readable ? Result<Regex>(Regex::known(text, options)) : Regex::compile(text, options);
  if (text.empty() || !compiled) {
    const std::string cause = text.empty() ? "it is empty" : compiled.error().cause;
    wrong(key.line, "'" + key.text + "' is not a regular expression: " + cause);
    return m_rule.regexes.size();
  }
  m_rule.regexes.push_back(std::move(*compiled));
  return m_rule.regexes.size() - 1;
}

void FormulaReader::item(Formula& to, const yaml::Node& name, const yaml::Node& content, int depth) {
  if (to.kind == Formula::Kind::all && condition(to, name, content, depth)) return;
  to.children.push_back(operation(name, content, depth + 1));
  if (to.kind == Formula::Kind::any && !has_positive(to.children.back()))
    wrong(name.line, "'" + name.text + "' cannot stand alone in pattern-either");
}

Formula FormulaReader::list(Formula::Kind kind, const yaml::Node& key, const yaml::Node& value, int depth) {
  Formula result;
  result.kind = kind;
  result.line = key.line;
  if (!value.is_sequence() || value.items.empty()) wrong(key.line, "'" + key.text + "' must be a list of patterns");
  for (const yaml::Node& one : value.items) {
    if (!one.is_mapping()) wrong(one.line, "an item of '" + key.text + "' must be an operator with its pattern");
    for (const auto& [name, content] : one.entries) item(result, name, content, depth);
  }
  return result;
}

Formula FormulaReader::matched(const yaml::Node& key, const yaml::Node& value, int depth) {
  if (value.is_scalar()) return leaf(key, value);
  Formula result;
  std::size_t operators = 0;
  for (const auto& [name, content] : value.entries) {
    if (name.text == "where" || name.text == "as" || name.text == "fix") continue;
    ++operators;
    result = matched_operation(name, content, depth + 1);
  }
  if (operators != 1) {
    wrong(key.line, "'" + key.text + "' must hold one pattern or operator");
    return result;
  }
  const yaml::Node* conditions = value.find("where");
  const std::string_view name = value.text_of("as");
  if (const yaml::Node* fix = value.find("fix"); fix != nullptr && !m_rule.fix) m_rule.fix = fix->text;
  if (conditions == nullptr && name.empty()) return result;
  if (result.kind != Formula::Kind::all) result = wrapped(Formula::Kind::all, key, std::move(result));
  if (conditions != nullptr) where(result, *conditions, depth);
  if (!name.empty()) result.name = add_slot(name, key.line);
  return result;
}

Formula FormulaReader::matched_operation(const yaml::Node& key, const yaml::Node& value, int depth) {
  if (depth > k_depth_max || !holds(k_match_operators, key.text)) {
    wrong(key.line, depth > k_depth_max ? "operators nested more than " + std::to_string(k_depth_max) + " levels deep"
                                        : "operator '" + key.text + "' is unknown or not supported");
    return {};
  }
  const std::string& name = key.text;
  if (name == "pattern") return leaf(key, value);
  if (name == "regex") return regex_leaf(key, value);
  if (name == "inside") return wrapped(Formula::Kind::inside, key, matched(key, value, depth));
  if (name == "anywhere") return wrapped(Formula::Kind::anywhere, key, matched(key, value, depth));
  if (name == "not") return wrapped(Formula::Kind::negation, key, matched(key, value, depth));
  Formula result;
  result.kind = name == "all" ? Formula::Kind::all : Formula::Kind::any;
  result.line = key.line;
  if (!value.is_sequence() || value.items.empty()) wrong(key.line, "'" + name + "' must be a list of patterns");
  for (const yaml::Node& one : value.items) result.children.push_back(matched(key, one, depth));
  return result;
}

Slot FormulaReader::add_slot(std::string_view name, std::uint32_t line) {
  std::size_t slot = m_rule.slot_of(name);
  if (slot < m_rule.metavariables.size()) return static_cast<Slot>(slot);
  slot = m_rule.metavariables.size();
  if (slot + 1 >= k_slots_max) {
    if (slot + 1 == k_slots_max) wrong(line, "more than " + std::to_string(k_slots_max - 1) + " metavariables");
    return 0;
  }
  m_rule.metavariables.emplace_back(name);
  return static_cast<Slot>(slot);
}

void FormulaReader::collect_metavariables(std::string_view text, std::uint32_t line) {
  const auto& languages = m_rule.info.languages;
  const bool any_text =
      is_text_language(m_language) ||
      (m_language.empty() && std::any_of(languages.begin(), languages.end(), is_text_language));
  for (const std::string_view name : metavariables_in(text, any_text)) add_slot(name, line);
}

std::vector<std::string_view> metavariables_in(std::string_view text, bool small_letters) {
  std::vector<std::string_view> names;
  for (auto dollar = text.find('$'); dollar != std::string_view::npos; dollar = text.find('$', dollar + 1)) {
    std::size_t end = dollar + 1;
    if (text.substr(end, 3) == "...") end += 3;
    const std::size_t start = end;
    while (end < text.size() && (is_upper(text[end]) || is_digit(text[end]) || (small_letters && is_lower(text[end])))) ++end;
    const bool named = end > start && is_upper(text[start]);
    const std::string_view name = text.substr(dollar, end - dollar);
    if (named && name != "$_") names.push_back(name);
  }
  return names;
}

}  // namespace codelake::sast
