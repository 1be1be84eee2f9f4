// SPDX-License-Identifier: Apache-2.0
// The operators of a rule become one tree. Example: `patterns: [pattern: f($X), pattern-not-inside: g(...)]`
// becomes all(pattern #0, negation(inside(pattern #1))). Conditions and focus belong to the `patterns` they
// stand in.
#include "scanners/sast/formula_reader.h"

#include "scanners/sast/comparison.h"

#include <array>

namespace codelake::sast {

namespace {

constexpr int k_depth_max = 32;

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class FormulaReader {
 public:
  FormulaReader(Rule& rule, std::vector<RuleError>& errors) : m_rule(rule), m_errors(errors) {}

  void read(const yaml::Node& body) {
    const yaml::Node* key = nullptr;
    for (const auto& [name, value] : body.entries) {
      if (!starts_formula(name.text)) continue;
      if (key != nullptr)
        return wrong(name.line, "both '" + key->text + "' and '" + name.text + "'; a rule has one of them");
      key = &name;
      m_rule.formula = operation(name, value, 0);
    }
    if (key == nullptr)
      wrong(m_rule.line, "no pattern: one of pattern, patterns, pattern-either and pattern-regex is needed");
    else if (!has_positive(m_rule.formula))
      wrong(key->line, "only negative patterns under '" + key->text + "': nothing could match");
  }

 private:
  void wrong(std::uint32_t line, std::string cause) {
    m_errors.push_back({m_rule.path, line, m_rule.info.id, std::move(cause)});
  }

  static bool has_positive(const Formula& formula) {
    if (formula.kind == Formula::Kind::negation) return false;
    if (formula.kind != Formula::Kind::all) return true;
    for (const Formula& child : formula.children) {
      if (has_positive(child)) return true;
    }
    return false;
  }

  Formula operation(const yaml::Node& key, const yaml::Node& value, int depth) {
    Formula result;
    result.line = key.line;
    if (depth > k_depth_max) {
      wrong(key.line, "operators nested more than " + std::to_string(k_depth_max) + " levels deep");
      return result;
    }
    const std::string& name = key.text;
    if (name == "pattern") return leaf(key, value);
    if (name == "pattern-regex") return regex_leaf(key, value);
    if (name == "patterns") return conjunction(key, value, depth);
    if (name == "pattern-either") return alternatives(key, value, depth);
    if (name == "pattern-inside") return wrapped(Formula::Kind::inside, key, inner(key, value, depth));
    if (name == "pattern-not") return wrapped(Formula::Kind::negation, key, inner(key, value, depth));
    if (name == "pattern-not-regex") return wrapped(Formula::Kind::negation, key, regex_leaf(key, value));
    if (name == "pattern-not-inside") {
      return wrapped(Formula::Kind::negation, key,
                     wrapped(Formula::Kind::inside, key, inner(key, value, depth)));
    }
    wrong(key.line, "operator '" + name + "' is unknown or not supported");
    return result;
  }

  // pattern-inside and its kin hold a pattern, or a mapping with one operator.
  Formula inner(const yaml::Node& key, const yaml::Node& value, int depth) {
    if (!value.is_mapping()) return leaf(key, value);
    if (value.entries.size() == 1)
      return operation(value.entries[0].first, value.entries[0].second, depth + 1);
    wrong(key.line, "'" + key.text + "' must hold one pattern");
    return {};
  }

  static Formula wrapped(Formula::Kind kind, const yaml::Node& key, Formula child) {
    Formula result;
    result.kind = kind;
    result.line = key.line;
    result.children.push_back(std::move(child));
    return result;
  }

  Formula leaf(const yaml::Node& key, const yaml::Node& value) {
    Formula result;
    result.line = value.line == 0 ? key.line : value.line;
    if (!value.is_scalar()) {
      wrong(key.line, "'" + key.text + "' must be a text");
      return result;
    }
    result.index = m_rule.patterns.size();
    m_rule.patterns.push_back({value.text, key.line});
    collect_metavariables(value.text, key.line);
    return result;
  }

  Formula regex_leaf(const yaml::Node& key, const yaml::Node& value) {
    Formula result;
    result.kind = Formula::Kind::regex;
    result.line = key.line;
    result.index = regex(key, value.text, false);
    if (result.index >= m_rule.regexes.size()) return result;
    const Regex& compiled = m_rule.regexes[result.index];
    for (const auto& [name, number] : compiled.names()) add_slot("$" + name, key.line);
    // Numbered groups get a slot only where the message asks for them; conditions add their own.
    for (char digit = '1'; digit <= '9'; ++digit) {
      const std::string name{'$', digit};
      if (m_rule.info.message.find(name) != std::string::npos) add_slot(name, key.line);
    }
    return result;
  }

  // Semgrep anchors metavariable-regex at the start of the text, and lets ^ and $ match at line breaks
  // elsewhere.
  std::size_t regex(const yaml::Node& key, const std::string& text, bool anchored) {
    Regex::Options options;
    options.multi_line = !anchored;
    options.anchored = anchored;
    options.utf = true;
    auto compiled = Regex::compile(text, options);
    if (text.empty() || !compiled) {
      const std::string cause = text.empty() ? "it is empty" : compiled.error().cause;
      wrong(key.line, "'" + key.text + "' is not a regular expression: " + cause);
      return m_rule.regexes.size();
    }
    m_rule.regexes.push_back(std::move(*compiled));
    return m_rule.regexes.size() - 1;
  }

  Formula conjunction(const yaml::Node& key, const yaml::Node& value, int depth) {
    Formula result;
    result.kind = Formula::Kind::all;
    result.line = key.line;
    for_each_operator(key, value, [&](const yaml::Node& name, const yaml::Node& content) {
      if (!condition(result, name, content, depth))
        result.children.push_back(operation(name, content, depth + 1));
    });
    return result;
  }

  Formula alternatives(const yaml::Node& key, const yaml::Node& value, int depth) {
    Formula result;
    result.kind = Formula::Kind::any;
    result.line = key.line;
    for_each_operator(key, value, [&](const yaml::Node& name, const yaml::Node& content) {
      result.children.push_back(operation(name, content, depth + 1));
      if (!has_positive(result.children.back()))
        wrong(name.line, "'" + name.text + "' cannot stand alone in pattern-either");
    });
    return result;
  }

  template <class Visit>
  void for_each_operator(const yaml::Node& key, const yaml::Node& value, Visit visit) {
    if (!value.is_sequence() || value.items.empty())
      return wrong(key.line, "'" + key.text + "' must be a list of patterns");
    for (const yaml::Node& item : value.items) {
      if (!item.is_mapping()) {
        wrong(item.line, "an item of '" + key.text + "' must be an operator with its pattern");
        continue;
      }
      for (const auto& [name, content] : item.entries) visit(name, content);
    }
  }

  // Reads the operators that restrict a `patterns` list without being patterns; false when `name` is none of
  // them.
  bool condition(Formula& all, const yaml::Node& name, const yaml::Node& value, int depth) {
    if (name.text == "focus-metavariable") {
      focus(all, name, value);
      return true;
    }
    const bool is_regex = name.text == "metavariable-regex";
    const bool is_comparison = name.text == "metavariable-comparison";
    if (!is_regex && !is_comparison && name.text != "metavariable-pattern") return false;
    Condition result;
    result.line = name.line;
    const std::string metavariable(value.text_of("metavariable"));
    if (metavariable.empty() && !is_comparison) {
      wrong(name.line, "'" + name.text + "' needs a 'metavariable'");
      return true;
    }
    result.slot = metavariable.empty() ? Slot{0} : add_slot(metavariable, name.line);
    if (is_regex)
      regex_condition(result, name, value);
    else if (is_comparison)
      comparison(result, name, value);
    else if (!nested(result, name, value, depth))
      return true;
    all.conditions.push_back(std::move(result));
    return true;
  }

  void regex_condition(Condition& result, const yaml::Node& name, const yaml::Node& value) {
    const yaml::Node* pattern = value.find("regex");
    known_keys(name, value, {"metavariable", "regex", "constant-propagation"});
    result.constants = value.text_of("constant-propagation") == "true";
    if (pattern == nullptr) return wrong(name.line, "'metavariable-regex' needs a 'regex'");
    result.regex = regex(name, pattern->text, true);
  }

  void comparison(Condition& result, const yaml::Node& name, const yaml::Node& value) {
    result.kind = Condition::Kind::comparison;
    known_keys(name, value, {"metavariable", "comparison"});
    result.text = value.text_of("comparison");
    if (result.text.empty()) return wrong(name.line, "'metavariable-comparison' needs a 'comparison'");
    if (const auto error = comparison_error(result.text))
      wrong(name.line, "'metavariable-comparison': " + *error);
    collect_metavariables(result.text, name.line);
  }

  bool nested(Condition& result, const yaml::Node& name, const yaml::Node& value, int depth) {
    result.kind = Condition::Kind::formula;
    for (const auto& [key, content] : value.entries) {
      if (key.text == "metavariable") continue;
      if (key.text == "language") {
        if (content.text == "regex" || content.text == "generic") continue;
        wrong(key.line, "'metavariable-pattern' with language '" + content.text + "' is not supported");
        return false;
      }
      result.formula.push_back(operation(key, content, depth + 1));
    }
    if (result.formula.size() == 1) return true;
    wrong(name.line, "'metavariable-pattern' needs exactly one pattern");
    return false;
  }

  void known_keys(const yaml::Node& name, const yaml::Node& value,
                  std::initializer_list<std::string_view> known) {
    for (const auto& [key, content] : value.entries) {
      bool found = false;
      for (const std::string_view one : known) found = found || key.text == one;
      if (!found) wrong(key.line, "'" + key.text + "' of '" + name.text + "' is unknown or not supported");
    }
  }

  void focus(Formula& all, const yaml::Node& name, const yaml::Node& value) {
    if (value.is_scalar()) all.focus.push_back(add_slot(value.text, name.line));
    for (const yaml::Node& item : value.items) all.focus.push_back(add_slot(item.text, name.line));
    if (all.focus.empty()) wrong(name.line, "'focus-metavariable' needs a metavariable");
  }

  Slot add_slot(std::string_view name, std::uint32_t line) {
    std::size_t slot = m_rule.slot_of(name);
    if (slot < m_rule.metavariables.size()) return static_cast<Slot>(slot);
    slot = m_rule.metavariables.size();
    if (slot + 1 >= k_slots_max) {
      if (slot + 1 == k_slots_max)
        wrong(line, "more than " + std::to_string(k_slots_max - 1) + " metavariables");
      return 0;
    }
    m_rule.metavariables.emplace_back(name);
    return static_cast<Slot>(slot);
  }

  void collect_metavariables(std::string_view text, std::uint32_t line) {
    for (auto dollar = text.find('$'); dollar != std::string_view::npos;
         dollar = text.find('$', dollar + 1)) {
      std::size_t end = dollar + 1;
      if (text.substr(end, 3) == "...") end += 3;
      const std::size_t name_start = end;
      while (end < text.size() && is_name_character(text[end])) ++end;
      const bool named = end > name_start && !(text[name_start] >= '0' && text[name_start] <= '9');
      const std::string_view name = text.substr(dollar, end - dollar);
      if (named && name != "$_") add_slot(name, line);
    }
  }

  Rule& m_rule;
  std::vector<RuleError>& m_errors;
};

}  // namespace

bool starts_formula(std::string_view key) {
  constexpr std::array<std::string_view, 4> keys = {"pattern", "patterns", "pattern-either", "pattern-regex"};
  for (const std::string_view one : keys) {
    if (one == key) return true;
  }
  return false;
}

void read_formula(const yaml::Node& body, Rule& rule, std::vector<RuleError>& errors) {
  FormulaReader(rule, errors).read(body);
}

}  // namespace codelake::sast
