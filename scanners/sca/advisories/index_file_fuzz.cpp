// SPDX-License-Identifier: Apache-2.0
#include "core/hash.h"
#include "scanners/sca/advisories/index_builder.h"

#include <cstddef>
#include <cstdint>
#include <string>

// The header's hash and size are made right, so that the fuzzer gets behind them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::sca;
  static const auto orderings = all_orderings();
  static const VersionOrdering* const ordering = ordering_for(orderings, "npm");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto put = [&](std::size_t place, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i)
      bytes[place + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
  };
  if (size >= index_format::k_header_bytes) {
    put(index_format::k_header_start, size, 4);
    const std::string_view header(bytes.data() + index_format::k_header_start,
                                  index_format::k_header_bytes - index_format::k_header_start);
    put(16, codelake::fast_hash(header), 8);
  }
  const auto file = IndexFile::open(bytes, "fuzz");
  if (!file) return 0;
  IndexFile::Block block;
  for (const char* name : {"", "left", "p3"}) {
    for (const char* version : {"1.0.0", "x"}) {
      const auto matches = file->match(name, std::nullopt, version, ordering);
      for (const AdvisoryMatch& match : matches.value_or(std::vector<AdvisoryMatch>{}))
        (void)file->describe(match, block);
    }
    (void)file->match(name, "suffix", "1.0.0", nullptr);
  }
  IndexBuilder builder("npm", orderings);
  (void)builder.add_installed(*file);
  return 0;
}
