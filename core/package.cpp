// SPDX-License-Identifier: Apache-2.0
#include "core/package.h"

#include <array>

namespace codelake {

std::string_view to_text(PackageSource source) {
  constexpr std::array<std::string_view, 6> names = {"registry", "git", "path", "workspace", "url", "unknown"};
  return names.at(static_cast<std::size_t>(source));
}

}  // namespace codelake
