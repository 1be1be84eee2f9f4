// SPDX-License-Identifier: Apache-2.0
// The parts of a taint rule: each is a formula with settings beside it. Old syntax: `pattern-sources: [{pattern: f()}]`;
// new syntax: `taint: {sources: [f()]}`. `{model: request}` stands for the patterns which the models list under that kind.
#include "scanners/sast/formula_reader.h"
#include "scanners/sast/models.h"

#include <algorithm>
#include <array>
#include <utility>

namespace codelake::sast {

namespace {

constexpr std::array<std::string_view, 10> k_settings = {"exact",    "by-side-effect", "control",
                                                         "label",    "requires",       "not_conflicting",
                                                         "at-exit",  "from",           "to",
                                                         "not-conflicting"};

bool is_setting(std::string_view key) {
  return std::find(k_settings.begin(), k_settings.end(), key) != k_settings.end();
}

// An item of a model as if it stood at this line of the rule, where errors can be mended.
void move_to_line(yaml::Node& node, std::uint32_t line) {
  node.line = line;
  for (yaml::Node& item : node.items) move_to_line(item, line);
  for (auto& [name, value] : node.entries) {
    move_to_line(name, line);
    move_to_line(value, line);
  }
}

}  // namespace

void FormulaReader::read_taint(const yaml::Node& body) {
  const yaml::Node* all = body.find("taint");
  m_match_syntax = all != nullptr;
  const std::string prefix = m_match_syntax ? "" : "pattern-";
  const yaml::Node& from = all != nullptr ? *all : body;
  const std::array<std::pair<std::string_view, std::vector<TaintPart>*>, 4> lists = {
      {{"sources", &m_rule.taint.sources},
       {"sanitizers", &m_rule.taint.sanitizers},
       {"propagators", &m_rule.taint.propagators},
       {"sinks", &m_rule.taint.sinks}}};
  for (const auto& [key, value] : from.entries) {
    const auto list = std::find_if(lists.begin(), lists.end(),
                                   [&, &name = key.text](const auto& one) { return name == prefix + std::string(one.first); });
    if (list != lists.end())
      taint_parts(key, value, *list->second);
    else if (m_match_syntax)
      wrong(key.line, "'" + key.text + "' of 'taint' is unknown or not supported");
  }
  const auto& sources = m_rule.taint.sources;
  const bool control = std::any_of(sources.begin(), sources.end(), [](const TaintPart& source) { return source.control; });
  for (TaintPart& sink : m_rule.taint.sinks) sink.meets_control = control;
  if (m_rule.taint.sources.empty()) wrong(m_rule.line, "a taint rule needs '" + prefix + "sources'");
  if (m_rule.taint.sinks.empty()) wrong(m_rule.line, "a taint rule needs '" + prefix + "sinks'");
}

void FormulaReader::taint_parts(const yaml::Node& key, const yaml::Node& value, std::vector<TaintPart>& parts) {
  if (!value.is_sequence() || value.items.empty()) return wrong(key.line, "'" + key.text + "' must be a list of patterns");
  for (const yaml::Node& item : value.items) {
    if (item.find("model") != nullptr)
      model_parts(key, item, parts);
    else
      parts.push_back(taint_part(key, item));
  }
}

void FormulaReader::model_parts(const yaml::Node& key, const yaml::Node& value, std::vector<TaintPart>& parts) {
  std::string_view list = key.text;
  if (!m_match_syntax) list.remove_prefix(std::string_view("pattern-").size());
  const std::string_view kind = value.text_of("model");
  const auto items = builtin_models().items(list, kind, m_rule.info.languages);
  if (items.empty()) {
    std::string words;
    for (const std::string& word : m_rule.info.languages) words += (words.empty() ? "" : ", ") + word;
    wrong(value.line, "no model for " + words + " has " + std::string(list) + " of the kind '" + std::string(kind) + "'");
  }
  for (const auto& [name, setting] : value.entries) {
    if (name.text != "model" && !is_setting(name.text)) return wrong(name.line, "'" + name.text + "' cannot stand beside 'model'");
  }
  const bool match_syntax = std::exchange(m_match_syntax, false);  // models are written in the old syntax
  for (const yaml::Node* item : items) {
    yaml::Node body = *item;
    for (const auto& entry : value.entries) {
      if (is_setting(entry.first.text)) body.entries.push_back(entry);
    }
    move_to_line(body, value.line);
    parts.push_back(taint_part(key, body));
    // What a library gives is not what it is given: `request.get(name)` says nothing of `request` and `name`.
    if (list == "sources" && body.find("exact") == nullptr) parts.back().exact = true;
  }
  m_match_syntax = match_syntax;
}

TaintPart FormulaReader::taint_part(const yaml::Node& key, const yaml::Node& value) {
  TaintPart part;
  part.line = value.line;
  const bool propagator = key.text.ends_with("propagators");
  part.by_side_effect = propagator;
  part.exact = key.text.ends_with("sinks");
  std::vector<const std::pair<yaml::Node, yaml::Node>*> patterns;
  for (const auto& entry : value.entries) {
    if (is_setting(entry.first.text))
      taint_setting(part, entry.first, entry.second);
    else
      patterns.push_back(&entry);
  }
  const bool complete = value.find("from") != nullptr && value.find("to") != nullptr;
  if (propagator && !complete) wrong(value.line, "a propagator needs 'from' and 'to'");
  if (m_match_syntax) {
    yaml::Node rest = value;
    std::erase_if(rest.entries, [](const auto& entry) { return is_setting(entry.first.text); });
    part.formula = matched(key, rest, 0);
  } else if (patterns.size() == 1) {
    part.formula = operation(patterns[0]->first, patterns[0]->second, 0);
  } else {
    wrong(value.line, "an item of '" + key.text + "' must hold one pattern");
    return part;
  }
  if (!has_positive(part.formula)) wrong(value.line, "only negative patterns: nothing could match");
  return part;
}

void FormulaReader::taint_setting(TaintPart& part, const yaml::Node& key, const yaml::Node& value) {
  const std::string& name = key.text;
  if (name == "label") {
    part.label = value.text;
  } else if (name == "requires") {
    taint_requires(part, value);
  } else if (name == "from") {
    part.from = add_slot(value.text, key.line);
  } else if (name == "to") {
    part.to = add_slot(value.text, key.line);
  } else if (name == "by-side-effect" && value.text == "only") {
    part.by_side_effect = part.only_side_effect = true;
  } else if (value.text != "true" && value.text != "false") {
    wrong(key.line, "'" + name + "' must be true or false");
  } else {
    bool& flag = name == "exact"            ? part.exact
                 : name == "control"        ? part.control
                 : name == "at-exit"        ? part.at_exit
                 : name == "by-side-effect" ? part.by_side_effect
                                            : part.not_conflicting;
    flag = value.text == "true";
  }
}

// Labels, and, or, not and brackets; a list asks each of its metavariables for labels of its own.
void FormulaReader::taint_requires(TaintPart& part, const yaml::Node& value) {
  if (value.is_sequence()) {
    for (const yaml::Node& item : value.items) {
      for (const auto& [name, labels] : item.entries)
        part.requires_of.emplace_back(add_slot(name.text, name.line), labels.text);
    }
    return;
  }
  part.requires_labels = value.text;
  const bool plain = std::all_of(value.text.begin(), value.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == ' ' || c == '(' || c == ')' || c == '\n' || c == '$';
  });
  if (value.text.empty() || !plain) wrong(value.line, "'requires' must be labels joined by and, or and not");
}

}  // namespace codelake::sast
