// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "reports/formats/text/ink.h"

#include <string>

namespace codelake::reports::text {

constexpr int k_gutter = 3;  // columns of line numbers, at least

// The lines of a finding's snippet with their numbers, and carets under its range; at most four lines, the others
// stand as "...", and a line wider than `width` is cut around the carets. Empty when there is no snippet.
std::string frame(const Finding& finding, const Ink& ink, int width);

}  // namespace codelake::reports::text
