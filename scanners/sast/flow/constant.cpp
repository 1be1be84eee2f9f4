// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/constant.h"

#include "scanners/sast/constant_arithmetic.h"

#include <tuple>

namespace codelake::sast::flow {

using Kind = Constant::Kind;

bool Constants::Order::operator()(const Constant& a, const Constant& b) const {
  return std::tie(a.kind, a.number, a.text) < std::tie(b.kind, b.number, b.text);
}

ConstantId Constants::add(Constant constant) {
  if (constant.kind == Kind::unknown || constant.kind == Kind::some_text || constant.kind == Kind::other) return 0;
  const auto [at, added] = m_known.try_emplace(constant, static_cast<ConstantId>(m_all.size()));
  if (added) m_all.push_back(std::move(constant));
  return at->second;
}

const std::string* Constants::text(ConstantId id) const {
  return m_all[id].kind == Kind::text ? &m_all[id].text : nullptr;
}

std::optional<std::int64_t> Constants::number(ConstantId id) const {
  return m_all[id].kind == Kind::number ? std::optional(m_all[id].number) : std::nullopt;
}

std::optional<std::uint32_t> Constants::function(ConstantId id) const {
  return m_all[id].kind == Kind::function ? std::optional(static_cast<std::uint32_t>(m_all[id].number)) : std::nullopt;
}

int Constants::truth(ConstantId id) const {
  return m_all[id].kind == Kind::boolean ? static_cast<int>(m_all[id].number) : -1;
}

// Operands of two kinds are left alone: here a character is a text, and adding a number to one gives a number.
ConstantId Constants::binary(std::string_view operation, ConstantId left, ConstantId right) {
  if (left == 0 || m_all[left].kind != m_all[right].kind) return 0;
  return add(combined(m_language, operation, {m_all[left], m_all[right]}));
}

ConstantId Constants::unary(std::string_view operation, ConstantId operand) { return add(negated(operation, m_all[operand])); }

ConstantId Constants::method(std::string_view name, ConstantId text, ConstantId argument) {
  return add(asked(name, m_all[text], m_all[argument]));
}

ConstantId Constants::character(ConstantId text, ConstantId position) { return add(sast::character(m_all[text], m_all[position])); }

}  // namespace codelake::sast::flow
