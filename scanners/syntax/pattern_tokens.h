// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/pattern_dialect.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::syntax {

enum class TokenKind : std::uint8_t {
  word,         // identifiers, keywords and numbers
  string,       // a whole string, or a part of one between embedded code
  punctuation,  // one byte
  comment,
  metavariable,           // $X, $_, $1
  metavariable_ellipsis,  // $...X
  ellipsis,               // ... that is not the language's own
  deep_open,              // <...
  deep_close,             // ...>
};

struct Token {
  TokenKind kind = TokenKind::word;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool line_start = false;  // nothing but white space before it on its line
  bool embedded = false;    // in code inside a string
  bool in_text = false;     // … where nothing but its own mark tells it from the string's text
};

// The tokens of a pattern, coarse: just what is needed to find its metavariables and ellipses and what surrounds them.
std::vector<Token> pattern_tokens(std::string_view pattern, const PatternDialect& dialect);

}  // namespace codelake::syntax
