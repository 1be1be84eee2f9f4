// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake::secrets {

// 27 × 27 × 27 prices: [first × 729 + second × 27 + next] with letters 0–25 and 26 for the edge of a word, each
// in half bits: 0 to 9, then A for 10 and so on.
extern const std::string_view k_letter_prices;

}  // namespace codelake::secrets
