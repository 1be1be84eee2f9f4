// SPDX-License-Identifier: Apache-2.0
// What is read is sorted, and no folder lies deeper than the limit.
#include "core/check.h"
#include "core/git_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = codelake::git::parse_index({reinterpret_cast<const char*>(data), size});
  if (!file) return 0;
  using Entry = codelake::git::IndexFile::Entry;
  CODELAKE_CHECK(std::is_sorted(file->entries.begin(), file->entries.end(),
                                [](const Entry& a, const Entry& b) { return a.path < b.path; }));
  CODELAKE_CHECK(file->entries.size() * 62 <= size);
  return 0;
}
