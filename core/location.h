// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace codelake {

// A place in a file's text as SourceFile holds it (UTF-8, without byte-order mark).
struct Position {
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, in Unicode code points
  std::uint32_t offset = 0;  // in bytes
  auto operator<=>(const Position&) const = default;
};

// Half open: `end` is the first place after the last character.
struct Range {
  Position start;
  Position end;
  auto operator<=>(const Range&) const = default;
};

}  // namespace codelake
