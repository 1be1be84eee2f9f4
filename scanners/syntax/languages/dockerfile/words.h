// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace codelake::syntax::dockerfile {

// A word of an instruction as a shell sees it, or an operator between two commands.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_operator = false;
};

// How an instruction's text falls into words.
struct WordRules {
  char escape = '\\';
  bool operators = false;  // && || | & ; ( ) end a word and a command
};

// The words of `text` from `begin` on. Quotes, escapes, ${…}, $(…) and backquotes hold a word together.
std::vector<Word> words_of(std::string_view text, std::size_t begin, WordRules rules);

}  // namespace codelake::syntax::dockerfile
