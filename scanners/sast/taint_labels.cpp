// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/taint_labels.h"

#include <algorithm>

namespace codelake::sast {

namespace {

constexpr std::size_t k_labels_max = 32;

// A recursive descent over "A and (B or not C)" that evaluates while it reads.
class Expression {
 public:
  Expression(std::string_view text, const std::function<bool(std::string_view)>& holds) : m_rest(text), m_holds(holds) {}

  bool any() {
    bool result = all();
    while (take("or")) {
      const bool right = all();
      result = result || right;
    }
    return result;
  }

 private:
  bool all() {
    bool result = one();
    while (take("and")) {
      const bool right = one();
      result = result && right;
    }
    return result;
  }

  bool one() {
    if (take("not")) return !one();
    const std::string_view word = next();
    if (word != "(") return m_holds(word);
    const bool inner = any();
    take(")");
    return inner;
  }

  std::string_view peek() {
    const auto first = m_rest.find_first_not_of(" \t\r\n");
    m_rest.remove_prefix(std::min(first, m_rest.size()));
    if (m_rest.empty()) return {};
    if (m_rest[0] == '(' || m_rest[0] == ')') return m_rest.substr(0, 1);
    return m_rest.substr(0, m_rest.find_first_of(" \t\r\n()"));
  }

  std::string_view next() {
    const std::string_view word = peek();
    m_rest.remove_prefix(word.size());
    return word;
  }

  bool take(std::string_view word) {
    if (peek() != word) return false;
    next();
    return true;
  }

  std::string_view m_rest;
  const std::function<bool(std::string_view)>& m_holds;
};

}  // namespace

void TaintLabels::add(const Taint& taint) {
  for (const TaintPart& source : taint.sources) {
    number(source.label);
    m_told_apart = m_told_apart || !source.label.empty();
  }
  for (const TaintPart& propagator : taint.propagators) {
    if (!propagator.label.empty()) number(propagator.label);
  }
}

std::vector<TaintLabels::Passed> TaintLabels::passed(std::string_view label, std::string_view requires_labels) {
  const flow::Requirement required = requirement(requires_labels);
  std::vector<Passed> all;
  if (!label.empty()) {
    all.push_back({number(label), [required](flow::Labels labels) { return labels != 0 && (!required || required(labels)); }});
    return all;
  }
  for (unsigned i = 0; i < m_names.size(); ++i) {
    all.push_back({i, [required, i](flow::Labels labels) { return (labels >> i & 1U) != 0 && (!required || required(labels)); }});
  }
  return all;
}

unsigned TaintLabels::number(std::string_view label) {
  const std::string_view name = label.empty() ? k_default : label;
  const auto found = std::find(m_names.begin(), m_names.end(), name);
  if (found != m_names.end()) return static_cast<unsigned>(found - m_names.begin());
  if (m_names.size() == k_labels_max) return k_labels_max - 1;
  m_names.emplace_back(name);
  return static_cast<unsigned>(m_names.size() - 1);
}

flow::Requirement TaintLabels::requirement(std::string_view expression) {
  if (expression.empty()) return {};
  // Numbers all labels named, so that the closure below only reads.
  const std::function<bool(std::string_view)> note = [this](std::string_view label) { return number(label), false; };
  Expression(expression, note).any();
  return [names = m_names, text = std::string(expression)](flow::Labels labels) {
    const std::function<bool(std::string_view)> holds = [&](std::string_view label) {
      const auto at = std::find(names.begin(), names.end(), label);
      return at != names.end() && (labels >> static_cast<unsigned>(at - names.begin()) & 1U) != 0;
    };
    return Expression(text, holds).any();
  };
}

}  // namespace codelake::sast
