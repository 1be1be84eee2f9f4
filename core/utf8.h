// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace codelake {

// How many bytes the well-formed UTF-8 sequence at `at` has (`length`), or, when there is none (`length` 0), how many
// bytes one U+FFFD stands for (`broken`): Table 3-7 and section 3.9 of the Unicode standard.
struct Utf8Sequence {
  std::size_t length = 0;
  std::size_t broken = 1;
};
Utf8Sequence utf8_sequence_at(std::string_view text, std::size_t at);

inline constexpr std::string_view k_utf8_replacement = "\xEF\xBF\xBD";  // U+FFFD

// `text` with every invalid UTF-8 sequence replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace codelake
