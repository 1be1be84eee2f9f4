// SPDX-License-Identifier: Apache-2.0
// Two parts find the same places and bind the same names when they are written alike: the key of a part is all that it
// says, with metavariables by their names. `{model: request}` in thirty rules is so one part with thirty users.
#include "scanners/sast/taint_parts.h"

#include "scanners/sast/formula_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace codelake::sast {

namespace {

class KeyWriter {
 public:
  explicit KeyWriter(const Rule& rule) : m_rule(rule) {}

  std::string key(SharedPart::Role role, const TaintPart& part) {
    const auto& words = m_rule.info.languages;
    number(static_cast<std::size_t>(role));
    number(std::any_of(words.begin(), words.end(), is_text_language) ? 1 : 0);
    for (const bool flag : {part.exact, part.by_side_effect, part.only_side_effect, part.control, part.meets_control, part.at_exit}) {
      number(flag ? 1 : 0);
    }
    for (const auto& [slot, labels] : part.requires_of) name(slot);
    if (role == SharedPart::Role::propagator) {
      name(part.from);
      name(part.to);
    }
    options(of_matching(m_rule.options));
    formula(part.formula);
    return std::move(m_key);
  }

 private:
  void number(std::size_t value) { m_key += std::to_string(value) + ','; }
  // With its length, so that no text can pass for several.
  void text(std::string_view text) {
    number(text.size());
    m_key += text;
  }
  void name(Slot slot) { text(m_rule.metavariables[slot]); }

  void options(const RuleOptions& options) {
    if (options == RuleOptions{}) return;
    // A rule with options of its own is rare: it shares nothing.
    only_here();
  }

  void only_here() {
    text(m_rule.path);
    number(m_rule.line);
    text(m_rule.info.id);
  }

  void formula(const Formula& formula) {
    number(static_cast<std::size_t>(formula.kind));
    if (formula.kind == Formula::Kind::pattern) {
      text(m_rule.patterns[formula.index].text);
      text(m_rule.patterns[formula.index].language);
    }
    // What numbered groups bind depends on the rule's message.
    if (formula.kind == Formula::Kind::regex) {
      only_here();
      number(formula.index);
    }
    number(formula.children.size());
    for (const Formula& child : formula.children) this->formula(child);
    number(formula.conditions.size());
    for (const Condition& one : formula.conditions) condition(one);
    number(formula.focus.size());
    for (const std::vector<Slot>& any : formula.focus) {
      number(any.size());
      for (const Slot slot : any) name(slot);
    }
    number(formula.name ? 1 : 0);
    if (formula.name) name(*formula.name);
  }

  void condition(const Condition& condition) {
    number(static_cast<std::size_t>(condition.kind));
    if (condition.kind != Condition::Kind::comparison) name(condition.slot);
    number(condition.constants ? 1 : 0);
    number(condition.strip ? 1 : 0);
    number(static_cast<std::size_t>(condition.base));
    text(condition.text);
    number(condition.types.size());
    for (const std::string& type : condition.types) text(type);
    text(condition.language);
    number(condition.formula.size());
    for (const Formula& nested : condition.formula) formula(nested);
  }

  const Rule& m_rule;
  std::string m_key;
};

}  // namespace

std::vector<std::size_t> SharedParts::add(std::size_t rule, const Rule& of) {
  using Role = SharedPart::Role;
  const std::array<std::pair<Role, const std::vector<TaintPart>*>, 4> lists = {{{Role::source, &of.taint.sources},
                                                                                {Role::sanitizer, &of.taint.sanitizers},
                                                                                {Role::propagator, &of.taint.propagators},
                                                                                {Role::sink, &of.taint.sinks}}};
  std::vector<std::size_t> indices;
  for (const auto& [role, parts] : lists) {
    for (const TaintPart& part : *parts) {
      const auto [at, added] = m_by_key.try_emplace(KeyWriter(of).key(role, part), m_parts.size());
      if (added) m_parts.push_back({role, rule, &part});
      indices.push_back(at->second);
    }
  }
  return indices;
}

}  // namespace codelake::sast
