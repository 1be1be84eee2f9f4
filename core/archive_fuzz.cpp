// SPDX-License-Identifier: Apache-2.0
#include "core/archive.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  codelake::ArchiveLimits limits;
  limits.total_bytes_max = 4U << 20U;
  limits.entries_max = 1000;
  auto reader =
      codelake::ArchiveReader::open_memory({reinterpret_cast<const char*>(data), size}, "fuzz", limits);
  if (!reader) return 0;
  for (auto more = reader->next(); more && *more; more = reader->next()) {
    if (!reader->read(1U << 20U)) break;
  }
  return 0;
}
