// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace codelake::sast::flow {

// An index into Constants; 0: not known.
using ConstantId = std::uint32_t;

// A function of the file as a value: an index into Graph::functions.
struct FunctionValue {
  std::uint32_t index = 0;
  auto operator<=>(const FunctionValue&) const = default;
};

using Constant = std::variant<std::monostate, bool, std::int64_t, std::string, FunctionValue>;

// The constants met in one file, each once: equal constants have equal ids.
class Constants {
 public:
  Constants() : m_all(1) {}
  ConstantId add(Constant constant);
  const Constant& operator[](ConstantId id) const { return m_all[id]; }

  // The value of a literal as a program writes it: 12, 0x1f, true; 0 when it is none of those.
  ConstantId number(std::string_view text);

  // The value of an operation on constants; 0 when an operand is not known, the types do not fit or the result has no
  // place in 64 bits. `operation` is the operator's text ("+", "==", "&&", "and").
  ConstantId binary(std::string_view operation, ConstantId left, ConstantId right);
  ConstantId unary(std::string_view operation, ConstantId operand);
  // What a method of a text gives for no argument or one (contains, startsWith, charAt …); 0 when it is none of those
  // that are folded.
  ConstantId method(std::string_view name, ConstantId text, ConstantId argument);
  // The character at a position, from the end when it is negative; 0 when there is none.
  ConstantId character(ConstantId text, ConstantId position);

  // Whether a condition holds: 1, does not hold: 0, or is not known: -1.
  int truth(ConstantId id) const;

 private:
  std::vector<Constant> m_all;
  std::map<Constant, ConstantId> m_known;
};

}  // namespace codelake::sast::flow
