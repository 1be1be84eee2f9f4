// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/language.h"

#include <memory>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// The language an input of a fuzzer is for, and the rest of the input: its first line names it, and when that is no
// name, its first byte chooses. `input` is not empty.
inline const Language& fuzzed_language(std::string_view& input) {
  static const std::vector<std::unique_ptr<Language>> languages = all_languages();
  const std::size_t end = input.find('\n');
  for (const auto& language : languages) {
    if (end == std::string_view::npos || input.substr(0, end) != language->name()) continue;
    input.remove_prefix(end + 1);
    return *language;
  }
  const auto first = static_cast<unsigned char>(input.front());
  input.remove_prefix(1);
  return *languages[first % languages.size()];
}

}  // namespace codelake::syntax
