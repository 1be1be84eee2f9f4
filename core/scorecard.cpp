// SPDX-License-Identifier: Apache-2.0
#include "core/scorecard.h"

#include <array>

namespace codelake {

std::string_view to_text(ControlState state) {
  constexpr std::array<std::string_view, 6> names = {"pass",         "partial",        "fail",
                                                     "not_assessed", "not_applicable", "attested"};
  return names.at(static_cast<std::size_t>(state));
}

}  // namespace codelake
