// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/mask.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// What may be spent on the decoded texts of one file, all depths together.
struct DecodingBudget {
  std::size_t bytes_left = 0;
  bool exhausted = false;

  // Takes `bytes` when so many are left.
  bool take(std::size_t bytes);
};

// A part of a text that says another text.
struct Encoded {
  Span span;  // in the outer text
  std::string text;
  bool joined = false;  // the text of neighbouring string literals: still code of the file's language
};

// Stands for a language that is not known: literals are joined as any language joins them.
inline constexpr std::string_view k_any_language = "*";

// The parts of `text` in base64 (both alphabets), hexadecimal, URL escapes, and \x or \u escapes that decode
// to printable text, and in a programming `language` the string literals joined by + or standing on lines one
// after the other; in the order of the text for each kind. Linear in the text; what the budget does not allow
// is left out.
std::vector<Encoded> encoded_parts(std::string_view text, std::string_view language, DecodingBudget& budget);

}  // namespace codelake::secrets
