// SPDX-License-Identifier: Apache-2.0
// Bytes as what follows the first two lines of a cache file: these are put in front, or nothing would get past them.
#include "scanners/sast/rule_cache.h"
#include "scanners/sast/rule_shelf.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  (void)codelake::sast::read_cache(input);
  const std::string file = codelake::sast::cache_file(input);
  const auto images = codelake::sast::read_cache(file);
  if (!images) return 0;
  codelake::sast::RuleShelf shelf;
  for (const auto& [key, image] : *images) shelf.add_known("fuzz.yaml", image, false);
  for (std::size_t place = 0; place < shelf.size(); ++place) {
    (void)shelf.languages(place);
    (void)shelf.describe(place);
    (void)shelf.rule(place);
  }
  return 0;
}
