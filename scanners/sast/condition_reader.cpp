// SPDX-License-Identifier: Apache-2.0
// The conditions of a formula; see formula_reader.cpp. The old syntax names the kind of a condition
// (`metavariable-regex: {metavariable: $X, regex: …}`), the new one tells it from the keys
// (`where: [{metavariable: $X, regex: …}]`); what is left to read is the same.
#include "scanners/sast/comparison.h"
#include "scanners/sast/formula_reader.h"

#include <algorithm>

namespace codelake::sast {

namespace {

// The kind of a condition in the old syntax; nullopt: the key is none.
std::optional<Condition::Kind> kind_of_operator(std::string_view name) {
  if (name == "metavariable-regex") return Condition::Kind::regex;
  if (name == "metavariable-pattern") return Condition::Kind::formula;
  if (name == "metavariable-comparison") return Condition::Kind::comparison;
  if (name == "metavariable-type") return Condition::Kind::type;
  if (name == "metavariable-analysis") return Condition::Kind::entropy;
  return std::nullopt;
}

Condition::Kind kind_of_where(const yaml::Node& item) {
  if (item.find("comparison") != nullptr) return Condition::Kind::comparison;
  if (item.find("analyzer") != nullptr) return Condition::Kind::entropy;
  if (item.find("type") != nullptr || item.find("types") != nullptr) return Condition::Kind::type;
  // `regex` alone is tested on the whole; beside a `where` of its own it is an operator like others.
  if (item.find("regex") != nullptr && item.find("where") == nullptr) return Condition::Kind::regex;
  return Condition::Kind::formula;
}

bool is_setting(std::string_view key) {
  return key == "metavariable" || key == "language";
}

}  // namespace

// False when `name` is no condition.
bool FormulaReader::condition(Formula& all, const yaml::Node& name, const yaml::Node& value, int depth) {
  if (name.text == "focus-metavariable") {
    focus(all, name, value);
    return true;
  }
  const auto kind = kind_of_operator(name.text);
  if (!kind) return false;
  Condition result;
  result.kind = *kind;
  const std::size_t errors = m_errors.size();
  read_condition(result, name, value, depth);
  if (m_errors.size() == errors) all.conditions.push_back(std::move(result));
  return true;
}

void FormulaReader::where(Formula& all, const yaml::Node& value, int depth) {
  if (!value.is_sequence()) wrong(value.line, "'where' must be a list of conditions");
  for (const yaml::Node& item : value.items) where_item(all, item, depth);
}

void FormulaReader::where_item(Formula& all, const yaml::Node& item, int depth) {
  yaml::Node name;
  name.text = "where";
  name.line = item.line;
  if (!item.is_mapping()) return wrong(item.line, "an item of 'where' must be a condition");
  if (const yaml::Node* on = item.find("focus"); on != nullptr) return focus(all, name, *on);
  Condition result;
  result.kind = kind_of_where(item);
  const std::size_t errors = m_errors.size();
  read_condition(result, name, item, depth);
  if (m_errors.size() == errors) all.conditions.push_back(std::move(result));
}

void FormulaReader::read_condition(Condition& result, const yaml::Node& name, const yaml::Node& value, int depth) {
  result.line = name.line;
  const std::string metavariable(value.text_of("metavariable"));
  if (metavariable.empty() && result.kind != Condition::Kind::comparison)
    return wrong(name.line, "'" + name.text + "' needs a 'metavariable'");
  if (!metavariable.empty()) result.slot = add_slot(metavariable, name.line);
  switch (result.kind) {
    case Condition::Kind::regex: return regex_condition(result, name, value);
    case Condition::Kind::comparison: return comparison(result, name, value);
    case Condition::Kind::type: return types(result, name, value);
    case Condition::Kind::formula: return nested(result, name, value, depth);
    case Condition::Kind::entropy:
    case Condition::Kind::redos: return analysis(result, name, value);
  }
}

void FormulaReader::regex_condition(Condition& result, const yaml::Node& name, const yaml::Node& value) {
  const yaml::Node* pattern = value.find("regex");
  known_keys(name, value, {"metavariable", "regex", "constant-propagation"});
  result.constants = flag(value, "constant-propagation");
  if (pattern == nullptr) return wrong(name.line, "'" + name.text + "' needs a 'regex'");
  result.text = pattern->text;
  result.regex = regex(name, pattern->text, true);
}

void FormulaReader::comparison(Condition& result, const yaml::Node& name, const yaml::Node& value) {
  known_keys(name, value, {"metavariable", "comparison", "strip", "base"});
  result.text = value.text_of("comparison");
  result.strip = flag(value, "strip");
  if (const yaml::Node* base = value.find("base"); base != nullptr) {
    result.base = std::atoi(base->text.c_str());
    if (result.base < 2 || result.base > 36) wrong(base->line, "'base' must be a number from 2 to 36");
  }
  if (result.text.empty()) return wrong(name.line, "'" + name.text + "' needs a 'comparison'");
  if (const auto error = comparison_error(result.text)) wrong(name.line, "'" + name.text + "': " + *error);
  collect_metavariables(result.text, name.line);
}

void FormulaReader::analysis(Condition& result, const yaml::Node& name, const yaml::Node& value) {
  known_keys(name, value, {"metavariable", "analyzer", "options"});
  const std::string_view analyzer = value.text_of("analyzer");
  if (analyzer == "redos")
    result.kind = Condition::Kind::redos;
  else if (analyzer != "entropy" && analyzer != "entropy_v2")
    wrong(name.line, "analyzer '" + std::string(analyzer) + "' is unknown or not supported");
}

void FormulaReader::types(Condition& result, const yaml::Node& name, const yaml::Node& value) {
  known_keys(name, value, {"metavariable", "type", "types", "language"});
  const yaml::Node* many = value.find("types");
  if (many != nullptr) {
    for (const yaml::Node& one : many->items) result.types.push_back(one.text);
  }
  if (const std::string_view one = value.text_of("type"); !one.empty()) result.types.emplace_back(one);
  if (result.types.empty()) wrong(name.line, "'" + name.text + "' needs a 'type'");
}

void FormulaReader::nested(Condition& result, const yaml::Node& name, const yaml::Node& value, int depth) {
  const std::string outer = m_language;
  if (const std::string_view language = value.text_of("language"); !language.empty()) {
    result.language = language;
    m_language = language;
  }
  std::size_t operators = 0;
  if (m_match_syntax) {
    yaml::Node rest = value;
    std::erase_if(rest.entries, [](const auto& entry) { return is_setting(entry.first.text); });
    result.formula.push_back(matched(name, rest, depth + 1));
    operators = 1;
  }
  for (const auto& [key, content] : value.entries) {
    if (m_match_syntax || is_setting(key.text)) continue;
    ++operators;
    result.formula.push_back(operation(key, content, depth + 1));
  }
  m_language = outer;
  if (operators != 1) wrong(name.line, "'metavariable-pattern' needs exactly one pattern");
}

void FormulaReader::focus(Formula& all, const yaml::Node& name, const yaml::Node& value) {
  std::vector<Slot> any;
  if (value.is_scalar()) any.push_back(add_slot(value.text, name.line));
  for (const yaml::Node& item : value.items) any.push_back(add_slot(item.text, name.line));
  if (any.empty()) return wrong(name.line, "'focus-metavariable' needs a metavariable");
  all.focus.push_back(std::move(any));
}

void FormulaReader::known_keys(const yaml::Node& name, const yaml::Node& value,
                               std::initializer_list<std::string_view> known) {
  for (const auto& [key, content] : value.entries) {
    if (std::find(known.begin(), known.end(), key.text) == known.end())
      wrong(key.line, "'" + key.text + "' of '" + name.text + "' is unknown or not supported");
  }
}

bool FormulaReader::flag(const yaml::Node& value, std::string_view key) {
  const yaml::Node* found = value.find(key);
  if (found == nullptr) return false;
  if (found->text != "true" && found->text != "false")
    wrong(found->line, "'" + std::string(key) + "' must be true or false");
  return found->text == "true";
}

}  // namespace codelake::sast
