// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/mask.h"
#include "scanners/secrets/window.h"

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

// The parts of a window of `text` in base64 (both alphabets), hexadecimal, URL escapes, and \x or \u escapes that decode
// to printable text, and in a programming `language` the string literals joined by + or standing on lines one
// after the other; in the order of the text for each kind. Linear in the text; what the budget does not allow
// is left out. The window begins and ends where parts are apart, or with the text.
std::vector<Encoded> encoded_parts(std::string_view text, const Window& window, std::string_view language, DecodingBudget& budget);

// Parts are apart where a line begins that none goes over from the line before: what a text holds is what the texts on
// both sides hold, each by itself. The next such place from `at` on, whatever stands before `at`; `end` when none is seen
// before that.
std::size_t parts_apart_after(std::string_view text, std::size_t at, std::size_t end);
// The last such place up to `at`, whatever stands from `at` on; `begin` when none is seen from there on.
std::size_t parts_apart_before(std::string_view text, std::size_t begin, std::size_t at);

}  // namespace codelake::secrets
