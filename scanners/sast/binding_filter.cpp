// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/binding_filter.h"

namespace codelake::sast {

bool BindingFilter::holds(const Condition& condition, const Value& value) const {
  const Regex& regex = m_rule.regexes[condition.regex];
  if (regex.matches(m_text.substr(value.begin, value.end - value.begin))) return true;
  if (!condition.constants || value.node == 0 || m_file == nullptr) return false;
  const Constant constant = m_file->constants().value_of(value.node);
  return constant.kind == Constant::Kind::text && regex.matches("\"" + constant.text + "\"");
}

bool BindingFilter::accepts(std::span<const Value> values) const {
  for (const Condition* condition : m_conditions) {
    const Value& value = values[condition->slot];
    if (value.hash != 0 && !holds(*condition, value)) return false;
  }
  return true;
}

}  // namespace codelake::sast
