// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/constant_arithmetic.h"

#include <charconv>
#include <limits>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;

namespace {

constexpr std::int64_t k_repeat_max = 1000;

Constant number_of(std::int64_t value) {
  return {Constant::Kind::number, value};
}
Constant truth_of(bool value) {
  return {Constant::Kind::boolean, value ? 1 : 0};
}

// A whole number in any of the usual notations.
bool read_number(std::string_view text, std::int64_t& value) {
  std::string digits;
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  while (!digits.empty() && std::string_view("lLuUn").find(digits.back()) != std::string_view::npos) digits.pop_back();
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    const char mark = digits[1];
    base = mark == 'x' || mark == 'X' ? 16 : mark == 'b' || mark == 'B' ? 2 : 8;
    digits.erase(0, base != 8 || mark == 'o' || mark == 'O' ? 2 : 1);
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
}

// Whether adding a number to a text gives a text.
bool adds_numbers_to_text(const syntax::Tree& tree) {
  return tree.language != "python" && tree.language != "go" && tree.language != "ruby" && tree.language != "rust";
}

Constant added_text(const syntax::Tree& tree, const Constant& left, const Constant& right) {
  const bool both = left.is_text() && right.is_text();
  if (!both && !adds_numbers_to_text(tree)) return {};
  if (left.kind == Constant::Kind::some_text || right.kind == Constant::Kind::some_text) return {Constant::Kind::some_text};
  const auto text = [](const Constant& one) -> std::string {
    if (one.kind == Constant::Kind::number) return std::to_string(one.number);
    if (one.kind == Constant::Kind::boolean) return one.number != 0 ? "true" : "false";
    return one.text;
  };
  return {Constant::Kind::text, 0, text(left) + text(right)};
}

Constant repeated(const Constant& text, const Constant& count) {
  if (text.kind != Constant::Kind::text || count.number < 0 || count.number > k_repeat_max) return {Constant::Kind::some_text};
  std::string all;
  for (std::int64_t i = 0; i < count.number; ++i) all += text.text;
  return {Constant::Kind::text, 0, std::move(all)};
}

Constant arithmetic(char sign, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (sign) {
    case '+': return __builtin_add_overflow(a, b, &result) ? Constant{} : number_of(result);
    case '-': return __builtin_sub_overflow(a, b, &result) ? Constant{} : number_of(result);
    case '*': return __builtin_mul_overflow(a, b, &result) ? Constant{} : number_of(result);
    case '&': return number_of(a & b);
    case '|': return number_of(a | b);
    case '^': return number_of(a ^ b);
    default: break;
  }
  if (b == 0 || (a == std::numeric_limits<std::int64_t>::min() && b == -1)) return {};
  if (sign == '%') return number_of(a % b);
  return sign == '/' && a % b == 0 ? number_of(a / b) : Constant{};
}

Constant compared(std::string_view sign, const Constant& left, const Constant& right) {
  if (left.kind != right.kind || left.kind == Constant::Kind::some_text) return {};
  if (sign == "==" || sign == "===") return truth_of(left.same(right));
  if (sign == "!=" || sign == "!==") return truth_of(!left.same(right));
  if (left.kind != Constant::Kind::number) return {};
  if (sign == "<") return truth_of(left.number < right.number);
  if (sign == ">") return truth_of(left.number > right.number);
  if (sign == "<=") return truth_of(left.number <= right.number);
  return sign == ">=" ? truth_of(left.number >= right.number) : Constant{};
}

}  // namespace

Constant literal(const syntax::Tree& tree, NodeId node) {
  Constant value;
  value.literal = node;
  const std::string_view text = tree.text(node);
  switch (tree[node].kind) {
    case Kind::string:
      value.kind = Constant::Kind::text;
      value.text = tree.content(node);
      return value;
    case Kind::boolean:
      value.kind = Constant::Kind::boolean;
      value.number = text == "true" || text == "True" || text == "TRUE" ? 1 : 0;
      return value;
    case Kind::number:
      if (read_number(text, value.number)) {
        value.kind = Constant::Kind::number;
        return value;
      }
      [[fallthrough]];
    default:
      value.kind = Constant::Kind::other;
      value.number = 0;
      value.text = text;
      return value;
  }
}

Constant combined(const syntax::Tree& tree, std::string_view sign, const std::pair<Constant, Constant>& operands) {
  const auto& [left, right] = operands;
  if (left.kind == Constant::Kind::unknown || right.kind == Constant::Kind::unknown) return {};
  if (left.kind == Constant::Kind::other || right.kind == Constant::Kind::other) return {};
  const bool numbers = left.kind == Constant::Kind::number && right.kind == Constant::Kind::number;
  const bool truths = left.kind == Constant::Kind::boolean && right.kind == Constant::Kind::boolean;
  if ((sign == "+" || sign == ".") && (left.is_text() || right.is_text())) return added_text(tree, left, right);
  if (sign == "%" && left.is_text()) return {Constant::Kind::some_text};
  if (sign == "*" && left.is_text() && right.kind == Constant::Kind::number) return repeated(left, right);
  if (sign == "*" && right.is_text() && left.kind == Constant::Kind::number) return repeated(right, left);
  if (truths && (sign == "&&" || sign == "and")) return truth_of(left.number != 0 && right.number != 0);
  if (truths && (sign == "||" || sign == "or")) return truth_of(left.number != 0 || right.number != 0);
  if (numbers && sign.size() == 1 && std::string_view("+-*/%&|^").find(sign[0]) != std::string_view::npos)
    return arithmetic(sign[0], left.number, right.number);
  return compared(sign, left, right);
}

Constant negated(std::string_view sign, const Constant& operand) {
  if (operand.kind == Constant::Kind::number && sign == "-" && operand.number != std::numeric_limits<std::int64_t>::min())
    return number_of(-operand.number);
  if (operand.kind == Constant::Kind::number && sign == "+") return number_of(operand.number);
  if (operand.kind == Constant::Kind::boolean && (sign == "!" || sign == "not")) return truth_of(operand.number == 0);
  return {};
}

Constant augmented(const syntax::Tree& tree, NodeId node, const Constant& before, const Constant& value) {
  const std::string_view sign = tree.symbol_text(node);
  if (tree[node].kind == Kind::unary) {
    if (sign.ends_with("++")) return combined(tree, "+", {before, number_of(1)});
    return sign.ends_with("--") ? combined(tree, "-", {before, number_of(1)}) : Constant{};
  }
  return combined(tree, sign, {before, value});
}

}  // namespace codelake::sast
