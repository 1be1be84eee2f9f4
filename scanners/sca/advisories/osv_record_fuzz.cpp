// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/index_builder.h"
#include "scanners/sca/advisories/package_name.h"

#include <cstddef>
#include <cstdint>

// Any text is a record or none; what a record says can always be compiled and written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::sca;
  static const auto orderings = all_orderings();
  OsvReader reader;
  const auto record = reader.parse({reinterpret_cast<const char*>(data), size});
  if (!record) return 0;
  for (const OsvAffected& affected : record->affected) {
    const std::string base(split_ecosystem(affected.ecosystem).base);
    if (!valid_ecosystem(base)) continue;
    IndexBuilder builder(base, orderings);
    builder.add(*record);
    if (!builder.finish()) __builtin_trap();
  }
  return 0;
}
