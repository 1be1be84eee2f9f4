// SPDX-License-Identifier: Apache-2.0
//
// Folding of the few operations by which programs put a constant together, or hide one. Example: in `(7 * 42) - 106 > 200`
// the operands are numbers, so the comparison is false, and the branch it guards is never entered. Only what all
// languages agree on is folded, or all that have the notation.
#include "scanners/sast/constant_arithmetic.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <limits>
#include <string>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;

namespace {

constexpr std::int64_t k_repeat_max = 1000;
constexpr std::size_t k_text_max = 64U * 1024;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Where a number that begins with a zero is a decimal one like any other.
bool ignores_leading_zeros(std::string_view language) {
  constexpr std::array<std::string_view, 6> k_all = {"csharp", "kotlin", "swift", "rust", "solidity", "scala"};
  return is_one_of(language, k_all);
}

// A whole number in any of the usual notations.
bool read_number(std::string_view language, std::string_view text, std::int64_t& value) {
  std::string digits;
  for (const char c : text) {
    if (c != '_') digits += c;
  }
  while (!digits.empty() && std::string_view("lLuUn").find(digits.back()) != std::string_view::npos) digits.pop_back();
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    const char mark = digits[1];
    const bool letter = mark < '0' || mark > '9';
    base = mark == 'x' || mark == 'X' ? 16 : mark == 'b' || mark == 'B' ? 2 : letter || !ignores_leading_zeros(language) ? 8 : 10;
    digits.erase(0, letter ? 2 : 1);
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
}

// Whether adding a number to a text gives a text.
bool adds_numbers_to_text(std::string_view language) {
  constexpr std::array<std::string_view, 4> k_strict = {"python", "go", "ruby", "rust"};
  return !is_one_of(language, k_strict);
}

std::string text_of(const Constant& one) {
  if (one.kind == Constant::Kind::number) return std::to_string(one.number);
  if (one.kind == Constant::Kind::boolean) return one.number != 0 ? "true" : "false";
  return one.text;
}

Constant added_text(std::string_view language, const Constant& left, const Constant& right) {
  const bool both = left.is_text() && right.is_text();
  if (!both && !adds_numbers_to_text(language)) return {};
  const bool known = left.kind != Constant::Kind::some_text && right.kind != Constant::Kind::some_text;
  std::string text = known ? text_of(left) + text_of(right) : "";
  if (!known || text.size() > k_text_max) return {Constant::Kind::some_text};
  return Constant::of_text(std::move(text));
}

Constant repeated(const Constant& text, const Constant& count) {
  const bool few = count.number >= 0 && count.number <= k_repeat_max;
  if (text.kind != Constant::Kind::text || !few || text.text.size() * static_cast<std::size_t>(count.number) > k_text_max)
    return {Constant::Kind::some_text};
  std::string all;
  for (std::int64_t i = 0; i < count.number; ++i) all += text.text;
  return Constant::of_text(std::move(all));
}

// Languages differ in the quotient of a negative number, and in whether one of whole numbers is whole.
Constant divided(std::string_view sign, std::int64_t a, std::int64_t b) {
  if (b == 0 || (a == std::numeric_limits<std::int64_t>::min() && b == -1)) return {};
  if (sign == "/") return a % b == 0 ? Constant::of_number(a / b) : Constant{};
  if (a < 0 || b < 0) return {};
  return Constant::of_number(sign == "%" ? a % b : a / b);
}

Constant arithmetic(std::string_view sign, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (sign == "+") return __builtin_add_overflow(a, b, &result) ? Constant{} : Constant::of_number(result);
  if (sign == "-") return __builtin_sub_overflow(a, b, &result) ? Constant{} : Constant::of_number(result);
  if (sign == "*") return __builtin_mul_overflow(a, b, &result) ? Constant{} : Constant::of_number(result);
  if (sign == "&") return Constant::of_number(a & b);
  if (sign == "|") return Constant::of_number(a | b);
  if (sign == "^") return Constant::of_number(a ^ b);
  return sign == "/" || sign == "//" || sign == "%" ? divided(sign, a, b) : Constant{};
}

Constant compared(std::string_view sign, const Constant& left, const Constant& right) {
  constexpr std::array<std::string_view, 3> k_unlike = {"!=", "!==", "<>"};
  if (left.kind != right.kind) return {};
  if (sign == "==" || sign == "===") return Constant::of_truth(left.same(right));
  if (is_one_of(sign, k_unlike)) return Constant::of_truth(!left.same(right));
  const auto ordered = [&](const auto& a, const auto& b) {
    if (sign == "<") return Constant::of_truth(a < b);
    if (sign == ">") return Constant::of_truth(a > b);
    if (sign == "<=") return Constant::of_truth(a <= b);
    return sign == ">=" ? Constant::of_truth(a >= b) : Constant{};
  };
  if (left.kind == Constant::Kind::number) return ordered(left.number, right.number);
  return left.kind == Constant::Kind::text ? ordered(left.text, right.text) : Constant{};
}

Constant logical(std::string_view sign, bool left, bool right) {
  constexpr std::array<std::string_view, 3> k_both = {"&&", "and", "&"};
  constexpr std::array<std::string_view, 3> k_any = {"||", "or", "|"};
  if (is_one_of(sign, k_both)) return Constant::of_truth(left && right);
  return is_one_of(sign, k_any) ? Constant::of_truth(left || right) : Constant{};
}

bool is_known(const Constant& one) {
  constexpr std::array k_others = {Constant::Kind::unknown, Constant::Kind::other, Constant::Kind::function};
  return std::find(k_others.begin(), k_others.end(), one.kind) == k_others.end();
}

}  // namespace

namespace {

// The ways to write it in any language; YAML 1.1 has four words.
bool is_true(std::string_view text) {
  std::string word(text.substr(0, 5));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word == "true" || word == "yes" || word == "on" || word == "y";
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
      value.number = is_true(text) ? 1 : 0;
      return value;
    case Kind::number:
      if (read_number(tree.language, text, value.number)) {
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

Constant combined(std::string_view language, std::string_view sign, const std::pair<Constant, Constant>& operands) {
  const auto& [left, right] = operands;
  if (!is_known(left) || !is_known(right)) return {};
  const auto both = [&, &first = left, &second = right](Constant::Kind kind) { return first.kind == kind && second.kind == kind; };
  if ((sign == "+" || sign == ".") && (left.is_text() || right.is_text())) return added_text(language, left, right);
  if (sign == "%" && left.is_text()) return {Constant::Kind::some_text};
  if (sign == "*" && left.is_text() && right.kind == Constant::Kind::number) return repeated(left, right);
  if (sign == "*" && right.is_text() && left.kind == Constant::Kind::number) return repeated(right, left);
  if (left.kind == Constant::Kind::some_text || right.kind == Constant::Kind::some_text) return {};
  if (both(Constant::Kind::text) && (sign == "in" || sign == "not in"))
    return Constant::of_truth((right.text.find(left.text) != std::string::npos) == (sign == "in"));
  Constant result;
  if (both(Constant::Kind::boolean)) result = logical(sign, left.number != 0, right.number != 0);
  if (both(Constant::Kind::number)) result = arithmetic(sign, left.number, right.number);
  return result.kind == Constant::Kind::unknown ? compared(sign, left, right) : result;
}

Constant negated(std::string_view sign, const Constant& operand) {
  const bool number = operand.kind == Constant::Kind::number;
  if (number && sign == "-" && operand.number != std::numeric_limits<std::int64_t>::min()) return Constant::of_number(-operand.number);
  if (number && sign == "+") return Constant::of_number(operand.number);
  const bool truth = operand.kind == Constant::Kind::boolean && (sign == "!" || sign == "not");
  return truth ? Constant::of_truth(operand.number == 0) : Constant{};
}

Constant augmented(const syntax::Tree& tree, NodeId node, const Constant& before, const Constant& value) {
  const std::string_view sign = tree.symbol_text(node);
  if (tree[node].kind == Kind::unary) {
    if (sign.ends_with("++")) return combined(tree.language, "+", {before, Constant::of_number(1)});
    return sign.ends_with("--") ? combined(tree.language, "-", {before, Constant::of_number(1)}) : Constant{};
  }
  return combined(tree.language, sign, {before, value});
}

Constant character(const Constant& text, const Constant& position) {
  if (text.kind != Constant::Kind::text || position.kind != Constant::Kind::number) return {};
  const auto size = static_cast<std::int64_t>(text.text.size());
  const std::int64_t index = position.number < 0 ? position.number + size : position.number;
  // What a position counts differs between languages beyond ASCII.
  const bool plain = std::all_of(text.text.begin(), text.text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const bool inside = index >= 0 && index < size;
  return plain && inside ? Constant::of_text(std::string(1, text.text[static_cast<std::size_t>(index)])) : Constant{};
}

Constant asked(std::string_view method, const Constant& text, const Constant& argument) {
  constexpr std::array<std::string_view, 4> k_holds = {"contains", "includes", "Contains", "include?"};
  constexpr std::array<std::string_view, 4> k_begins = {"startsWith", "startswith", "StartsWith", "start_with?"};
  constexpr std::array<std::string_view, 4> k_ends = {"endsWith", "endswith", "EndsWith", "end_with?"};
  constexpr std::array<std::string_view, 2> k_equals = {"equals", "Equals"};
  if (text.kind != Constant::Kind::text) return {};
  if (argument.kind == Constant::Kind::unknown) {
    if (method == "length" || method == "size") return Constant::of_number(static_cast<std::int64_t>(text.text.size()));
    return method == "isEmpty" || method == "empty?" ? Constant::of_truth(text.text.empty()) : Constant{};
  }
  if (method == "charAt") return character(text, argument);
  if (argument.kind != Constant::Kind::text) return {};
  if (is_one_of(method, k_holds)) return Constant::of_truth(text.text.find(argument.text) != std::string::npos);
  if (is_one_of(method, k_begins)) return Constant::of_truth(text.text.starts_with(argument.text));
  if (is_one_of(method, k_ends)) return Constant::of_truth(text.text.ends_with(argument.text));
  return is_one_of(method, k_equals) ? Constant::of_truth(text.text == argument.text) : Constant{};
}

}  // namespace codelake::sast
