// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "reports/formats/text/ink.h"

#include <string>
#include <string_view>

namespace codelake::reports::text {

constexpr int k_gutter = 3;  // columns of line numbers, at least

// Lines of code and the range in them that is meant.
struct Framed {
  std::string_view snippet;  // from the first line of the range on
  Range range;
  Severity severity = Severity::info;  // the colour of the carets
  std::string label = {};              // stands behind the carets
};

// The lines of a snippet with their numbers, and carets under its range; at most four lines, the others stand as "...", and
// a line wider than `width` is cut around the carets. Empty when there is no snippet.
std::string frame(const Framed& framed, const Ink& ink, int width);

}  // namespace codelake::reports::text
