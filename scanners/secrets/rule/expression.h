// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace codelake::secrets {

using ByteSet = std::bitset<256>;

// A number of times, or of bytes, that has no bound.
constexpr std::size_t k_unbounded = 1U << 20;

// What an expression is made of. Look-around is left out: it takes no bytes.
struct Expression {
  enum class Kind { bytes, sequence, either, repetition };

  Kind kind = Kind::sequence;
  ByteSet bytes;                  // of Kind::bytes: one of these
  std::vector<Expression> parts;  // of the others; of a repetition one
  std::size_t min = 1;            // of a repetition: how often
  std::size_t max = 1;
};

// Reads `pattern` (PCRE2, on bytes). std::nullopt where something stands in it that is not known here.
std::optional<Expression> read_expression(std::string_view pattern);

}  // namespace codelake::secrets
