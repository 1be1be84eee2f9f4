// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/window.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// Which bytes of some blocks may belong to something encoded.
struct SignRows {
  BlockRows base64{};  // in both alphabets
  BlockRows percent{};
  BlockRows backslash{};
  BlockRows x_or_u{};
  BlockRows quote{};  // of three kinds
  BlockRows space{};  // line breaks as well
  BlockRows plus{};
  BlockRows line_break{};
};

// Where in some blocks encoded texts may begin.
struct EncodedRows {
  BlockRows runs{};         // of k_encoded_run bytes of base64
  BlockRows backslashes{};  // before x or u
};

// What joins literals.
enum class Joints { none, plus, plus_or_line };

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

// Those in a window of a text that begins where a line does; of what joins literals only what `joints` says.
Signs signs_of(std::string_view text, const Window& window, Joints joints);

}  // namespace codelake::secrets
