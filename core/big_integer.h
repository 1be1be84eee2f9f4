// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace codelake {

inline constexpr std::size_t k_big_integer_bytes_max = 2048;

// Whether `product` = `a` · `b`; each is an unsigned number, its highest byte first. False when one is longer
// than k_big_integer_bytes_max or `a` or `b` is below 2.
bool is_product(std::string_view product, std::string_view a, std::string_view b);

}  // namespace codelake
