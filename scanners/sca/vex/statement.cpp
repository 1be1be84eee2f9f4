// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/vex/statement.h"

#include "core/purl.h"
#include "scanners/sca/lockfiles/purl.h"

#include <array>

namespace codelake::sca {

std::string_view to_text(Decision decision) {
  constexpr std::array<std::string_view, 5> words = {"not_affected", "fixed", "affected", "under_investigation", "ignored"};
  return words.at(static_cast<std::size_t>(decision));
}

std::optional<PackagePattern> pattern_of_purl(std::string_view text) {
  const auto purl = parse_purl(text);
  if (!purl) return std::nullopt;
  auto package = registry_package_of(*purl);
  if (!package) return std::nullopt;
  return PackagePattern{std::move(package->first), std::move(package->second), purl->version};
}

}  // namespace codelake::sca
