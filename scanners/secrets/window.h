// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>

namespace codelake::secrets {

// A stretch of a text.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;

  auto operator<=>(const Window&) const = default;
};

}  // namespace codelake::secrets
