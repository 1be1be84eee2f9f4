// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/constant.h"
#include "scanners/syntax/tree.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// An index into Constants; 0: not known.
using ConstantId = std::uint32_t;

// The constants met in one file, each once: equal constants have equal ids. What they come to is said by
// sast/constant_arithmetic.h; here only what is known to the last is kept, and the rest is not known.
class Constants {
 public:
  // `language` must outlive it.
  explicit Constants(std::string_view language) : m_language(language), m_all(1) {}

  ConstantId add(Constant constant);
  ConstantId add_truth(bool value) { return add(Constant::of_truth(value)); }
  ConstantId add_number(std::int64_t value) { return add(Constant::of_number(value)); }
  ConstantId add_text(std::string value) { return add(Constant::of_text(std::move(value))); }
  // A function of the file: an index into Graph::functions.
  ConstantId add_function(std::uint32_t index) { return add({Constant::Kind::function, index}); }

  // What a constant is; nothing when it is of another kind or not known.
  const std::string* text(ConstantId id) const;
  std::optional<std::int64_t> number(ConstantId id) const;
  std::optional<std::uint32_t> function(ConstantId id) const;
  // Whether a condition holds: 1, does not hold: 0, or is not known: -1.
  int truth(ConstantId id) const;

  ConstantId binary(std::string_view operation, ConstantId left, ConstantId right);
  ConstantId unary(std::string_view operation, ConstantId operand);
  // What a method of a text gives for no argument or one.
  ConstantId method(std::string_view name, ConstantId text, ConstantId argument);
  ConstantId character(ConstantId text, ConstantId position);

 private:
  struct Order {
    bool operator()(const Constant& a, const Constant& b) const;
  };

  std::string_view m_language;
  std::vector<Constant> m_all;
  std::map<Constant, ConstantId, Order> m_known;
};

}  // namespace codelake::sast::flow
