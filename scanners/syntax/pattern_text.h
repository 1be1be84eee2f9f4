// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/pattern_tokens.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// How a pattern's ambiguous places are filled.
struct Filling {
  bool members = false;      // its own level is that of class members
  bool second = false;       // entries between braces and assigned values are filled in their second form
  std::size_t loop = 0;      // which of the dialect's loop headers
};

// A pattern made legal text of its language: metavariables and ellipses are identifiers that tell what they stand for.
struct PatternText {
  struct Origin {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::string text;
  std::vector<Origin> origins;  // of each byte: the bytes of the pattern it stands for

  // The bytes of the pattern that [begin, end) of the text stands for.
  Origin origin(std::size_t begin, std::size_t end) const;
};

PatternText fill(std::string_view pattern, const std::vector<Token>& tokens, const PatternDialect& dialect,
                 Filling filling);

}  // namespace codelake::syntax
