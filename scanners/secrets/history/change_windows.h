// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/blob_search.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// What a rule finds depends on the bytes it matches and so many around them.
constexpr std::size_t k_margin = 64;
// What is found so near a place, or over it, is found by looking at so many bytes on both sides of it.
constexpr std::size_t k_reach = k_margin + k_near_window;

// Where the line of a place begins, or some thousand bytes before it.
std::size_t line_begin(std::string_view text, std::size_t at);

// What has to be looked at in a blob that is a change of a known one.
struct ChangePlan {
  Sighted known;                // what the base already tells, in places of the new blob
  std::vector<Window> windows;  // sorted, apart from each other
};

// Requires stretches that make up `text`, and a base that was searched.
ChangePlan plan_change(std::string_view text, const std::vector<Stretch>& stretches, const Sighted& base);

}  // namespace codelake::secrets::history
