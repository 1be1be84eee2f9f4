// SPDX-License-Identifier: Apache-2.0
//
// Folding of the few operations by which programs hide a constant. Example: in `(7 * 42) - 106 > 200` the operands are
// numbers, so the comparison is `false`, and the branch it guards is never entered.
#include "scanners/sast/flow/constant.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace codelake::sast::flow {

namespace {

constexpr std::size_t k_text_bytes_max = 1U << 16;

std::optional<std::int64_t> arithmetic(std::string_view operation, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (operation == "+") return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (operation == "-") return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (operation == "*") return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  if (b == 0 || (a == INT64_MIN && b == -1)) return std::nullopt;
  // Languages differ in the quotient of a negative number; only what all agree on is folded.
  if (a < 0 || b < 0) return std::nullopt;
  if (operation == "/" || operation == "//") return a % b == 0 || operation == "//" ? std::optional(a / b) : std::nullopt;
  if (operation == "%") return a % b;
  return std::nullopt;
}

template <class T>
std::optional<bool> compared(std::string_view operation, const T& a, const T& b) {
  if (operation == "==" || operation == "===") return a == b;
  if (operation == "!=" || operation == "!==" || operation == "<>") return a != b;
  if (operation == "<") return a < b;
  if (operation == "<=") return a <= b;
  if (operation == ">") return a > b;
  if (operation == ">=") return a >= b;
  return std::nullopt;
}

std::optional<bool> logical(std::string_view operation, bool a, bool b) {
  if (operation == "&&" || operation == "and" || operation == "&") return a && b;
  if (operation == "||" || operation == "or" || operation == "|") return a || b;
  return compared(operation, a, b);
}

}  // namespace

ConstantId Constants::add(Constant constant) {
  if (std::holds_alternative<std::monostate>(constant)) return 0;
  const auto [at, added] = m_known.try_emplace(constant, static_cast<ConstantId>(m_all.size()));
  if (added) m_all.push_back(std::move(constant));
  return at->second;
}

ConstantId Constants::number(std::string_view text) {
  std::string digits(text);
  std::erase(digits, '_');
  while (!digits.empty() && (digits.back() == 'L' || digits.back() == 'l')) digits.pop_back();
  int base = 10;
  std::size_t first = 0;
  if (digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) {
    base = 16;
    first = 2;
  } else if (digits.size() > 1 && digits[0] == '0') {
    return 0;  // octal in some languages, decimal in others
  }
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data() + first, end, value, base);
  return read.ec == std::errc() && read.ptr == end ? add(value) : 0;
}

ConstantId Constants::binary(std::string_view operation, ConstantId left, ConstantId right) {
  if (left == 0 || right == 0) return 0;
  const Constant a = m_all[left];
  const Constant b = m_all[right];
  if (a.index() != b.index()) return 0;
  if (const auto* x = std::get_if<std::int64_t>(&a)) {
    const std::int64_t y = std::get<std::int64_t>(b);
    if (const auto number = arithmetic(operation, *x, y)) return add(*number);
    const auto truth = compared(operation, *x, y);
    return truth ? add(*truth) : 0;
  }
  if (const auto* x = std::get_if<std::string>(&a)) {
    const std::string& y = std::get<std::string>(b);
    const bool joins = operation == "+" || operation == "." || operation == "..";
    if (joins) return x->size() + y.size() <= k_text_bytes_max ? add(*x + y) : 0;
    const bool within = y.find(*x) != std::string::npos;
    if (operation == "in") return add(within);
    if (operation == "not in") return add(!within);
    const auto truth = compared(operation, *x, y);
    return truth ? add(*truth) : 0;
  }
  if (const auto* x = std::get_if<bool>(&a)) {
    const auto truth = logical(operation, *x, std::get<bool>(b));
    return truth ? add(*truth) : 0;
  }
  return 0;
}

ConstantId Constants::character(ConstantId id, ConstantId position) {
  const auto* text = std::get_if<std::string>(&m_all[id]);
  const auto* at = std::get_if<std::int64_t>(&m_all[position]);
  if (text == nullptr || at == nullptr) return 0;
  const auto size = static_cast<std::int64_t>(text->size());
  const std::int64_t index = *at < 0 ? *at + size : *at;
  // What a position counts differs between languages beyond ASCII.
  const bool plain = std::all_of(text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return plain && index >= 0 && index < size ? add(std::string(1, (*text)[static_cast<std::size_t>(index)])) : 0;
}

ConstantId Constants::method(std::string_view name, ConstantId id, ConstantId argument) {
  const auto* text = std::get_if<std::string>(&m_all[id]);
  if (text == nullptr) return 0;
  if (argument == 0) {
    if (name == "length" || name == "size") return add(static_cast<std::int64_t>(text->size()));
    if (name == "isEmpty" || name == "empty?") return add(text->empty());
    return 0;
  }
  if (name == "charAt") return character(id, argument);
  const auto* other = std::get_if<std::string>(&m_all[argument]);
  if (other == nullptr) return 0;
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (is_one_of({"contains", "includes", "Contains", "include?"})) return add(text->find(*other) != std::string::npos);
  if (is_one_of({"startsWith", "startswith", "StartsWith", "start_with?"})) return add(text->starts_with(*other));
  if (is_one_of({"endsWith", "endswith", "EndsWith", "end_with?"})) return add(text->ends_with(*other));
  return is_one_of({"equals", "Equals"}) ? add(*text == *other) : 0;
}

ConstantId Constants::unary(std::string_view operation, ConstantId operand) {
  const int known = truth(operand);
  if ((operation == "!" || operation == "not") && known >= 0) return add(known == 0);
  const auto* number = std::get_if<std::int64_t>(&m_all[operand]);
  if (number == nullptr || *number == INT64_MIN) return 0;
  if (operation == "-") return add(-*number);
  return operation == "+" ? operand : 0;
}

int Constants::truth(ConstantId id) const {
  const auto* value = std::get_if<bool>(&m_all[id]);
  return value == nullptr ? -1 : static_cast<int>(*value);
}

}  // namespace codelake::sast::flow
