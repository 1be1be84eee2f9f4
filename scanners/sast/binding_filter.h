// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast {

// The `metavariable-regex` conditions a match must fulfil whatever else the formula asks, so that it can be
// refused the moment it is found. A stack: an operator adds its conditions while its parts are looked for.
class BindingFilter {
 public:
  // `file` is null for text without a tree.
  BindingFilter(const Rule& rule, std::string_view text, const FileView* file)
      : m_rule(rule), m_text(text), m_file(file) {}

  void push(const Condition& condition) { m_conditions.push_back(&condition); }
  void pop() { m_conditions.pop_back(); }
  // Puts other conditions in place; gives the former ones.
  std::vector<const Condition*> exchange(std::vector<const Condition*> conditions) {
    return std::exchange(m_conditions, std::move(conditions));
  }

  const RuleOptions& options() const { return m_rule.options; }
  // Whether no condition refuses a value that is bound.
  bool accepts(std::span<const Value> values) const;
  // Whether one condition holds for a bound value.
  bool holds(const Condition& condition, const Value& value) const;

 private:
  const Rule& m_rule;
  std::string_view m_text;
  const FileView* m_file;
  std::vector<const Condition*> m_conditions;
};

}  // namespace codelake::sast
