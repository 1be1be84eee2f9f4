// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/expression.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// As much of a match as an outline tells, in bytes.
constexpr std::size_t k_outline_bytes = 32;

// What every match of an expression looks like at its beginning.
struct Outline {
  std::vector<ByteSet> bytes;  // what can stand at each place that every match has, k_outline_bytes at most
  std::size_t length_max = 0;  // of a match, in bytes; k_unbounded: there is none
};

// The outline of `pattern` (PCRE2, on bytes): never says less than can match. std::nullopt where something
// stands in it that is not known here.
std::optional<Outline> outline_of(std::string_view pattern);

// One outline for each of the alternatives that `pattern` begins with, which are told apart so; a single one when there are
// none, or very many. Empty where something stands in it that is not known here.
std::vector<Outline> outlines_of(std::string_view pattern);

}  // namespace codelake::secrets
