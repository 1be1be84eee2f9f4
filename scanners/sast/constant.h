// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <string>

namespace codelake::sast {

// What an expression is worth whatever happens.
struct Constant {
  // some_text: a text that is known to be constant, but not which. function: one of the file.
  enum class Kind : std::uint8_t { unknown, boolean, number, text, some_text, other, function };
  Kind kind = Kind::unknown;
  std::int64_t number = 0;     // of a boolean: 0 or 1; of a function: which
  std::string text = {};       // of a text; of another literal (null, a fraction, a regular expression) its source
  syntax::NodeId literal = 0;  // the literal in the file it comes from; 0: it was computed

  static Constant of_number(std::int64_t value) { return {Kind::number, value}; }
  static Constant of_truth(bool value) { return {Kind::boolean, value ? 1 : 0}; }
  static Constant of_text(std::string value) { return {Kind::text, 0, std::move(value)}; }

  bool is_text() const { return kind == Kind::text || kind == Kind::some_text; }
  bool same(const Constant& other) const { return kind == other.kind && number == other.number && text == other.text; }
};

}  // namespace codelake::sast
