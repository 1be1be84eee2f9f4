// SPDX-License-Identifier: Apache-2.0
#include "core/notice.h"

#include <array>

namespace codelake {

std::string_view to_text(NoticeKind kind) {
  constexpr std::array<std::string_view, 11> names = {
      "unreadable", "skipped", "too_large",  "encoding",    "partly_parsed", "malformed",
      "limit",      "advisories", "suppression", "repository", "internal"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace codelake
