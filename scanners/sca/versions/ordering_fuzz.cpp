// SPDX-License-Identifier: Apache-2.0
// The input's first three lines are versions; every ordering must be antisymmetric and, where it says so,
// transitive on them, and compare any bytes as keys.
#include "scanners/sca/versions/ordering.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const codelake::sca::VersionOrdering& ordering, const std::array<std::string_view, 3>& versions) {
  const auto& [a, b, c] = versions;
  (void)ordering.valid(a);
  const auto ab = ordering.compare(a, b);
  const auto bc = ordering.compare(b, c);
  const auto ac = ordering.compare(a, c);
  require(ordering.compare(a, a) == 0);
  require((ab < 0) == (ordering.compare(b, a) > 0));
  require((ordering.compare_keys(a, b) < 0) == (ordering.compare_keys(b, a) > 0));
  if (!ordering.transitive()) return;
  if (ab <= 0 && bc <= 0) require(ac <= 0);
  if (ab >= 0 && bc >= 0) require(ac >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto orderings = codelake::sca::all_orderings();
  std::string_view input(reinterpret_cast<const char*>(data), size);
  std::array<std::string_view, 3> versions;
  for (std::string_view& version : versions) {
    const auto line_end = input.find('\n');
    version = input.substr(0, line_end);
    input = line_end == std::string_view::npos ? std::string_view{} : input.substr(line_end + 1);
  }
  for (const auto& ordering : orderings) check(*ordering, versions);
  return 0;
}
