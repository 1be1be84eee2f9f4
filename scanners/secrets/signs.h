// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/window.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Of a block of bytes, those that may belong to something encoded; the first is the lowest bit.
struct ByteSigns {
  std::uint64_t base64 = 0;     // in both alphabets
  std::uint64_t percent = 0;
  std::uint64_t backslash = 0;
  std::uint64_t x_or_u = 0;
  std::uint64_t quote = 0;      // of three kinds
  std::uint64_t space = 0;      // line breaks as well
  std::uint64_t plus = 0;
  std::uint64_t line_break = 0;
};

// So many bytes of base64 one after the other are worth a look.
constexpr std::size_t k_encoded_run = 24;

// Places of a text where something encoded may be, in order.
struct Signs {
  std::vector<std::size_t> runs;         // where k_encoded_run bytes of base64 or more begin
  std::vector<std::size_t> percents;
  std::vector<std::size_t> backslashes;  // before x or u
  std::vector<std::size_t> pluses;       // after a quote, with nothing but space between
  std::vector<std::size_t> line_breaks;  // likewise
};

// Those in a window of a text that begins where a line does; the last two only when `literals` are looked for.
Signs signs_of(std::string_view text, const Window& window, bool literals);

}  // namespace codelake::secrets
