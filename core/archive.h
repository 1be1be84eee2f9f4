// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace codelake {

// What an archive may cost before it is given up.
struct ArchiveLimits {
  std::uint64_t total_bytes_max = 16ULL << 30U;  // of all entries read or passed over, uncompressed
  std::uint64_t entries_max = 5'000'000;
  std::uint64_t ratio_max = 200;                // uncompressed to compressed, once past `ratio_free_bytes`
  std::uint64_t ratio_free_bytes = 64U << 20U;  // so much may come out of any input, however small
  bool lone_file = false;  // also takes a single compressed file, as an archive of that file alone
};

// Reads the regular files of a zip, tar, tar.gz, tar.xz or tar.zst, in their order in the archive. Never writes to
// disk and follows no link; a zip needs its central directory, so that a cut-off one is a failure. Not for
// several threads.
class ArchiveReader {
 public:
  static Result<ArchiveReader> open(const std::string& path, const ArchiveLimits& limits);
  // `bytes` must outlive the reader; `name` stands in error messages.
  static Result<ArchiveReader> open_memory(std::string_view bytes, std::string name,
                                           const ArchiveLimits& limits);
  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;
  ~ArchiveReader();

  // Goes to the next regular file; false at the end of the archive. The old entry need not have been read.
  Result<bool> next();
  // The entry's path as the archive gives it: foreign text, never to be used as a path on this machine.
  const std::string& entry_path() const;
  // The entry's content, once per entry; fails when it is larger than `bytes_max` or its checksum is wrong.
  Result<std::string> read(std::uint64_t bytes_max);
  // The same, but of an entry that is no text by its first bytes (encoding.h) perhaps no more than these.
  Result<std::string> read_text(std::uint64_t bytes_max);

 private:
  struct State;
  Result<std::string> read(std::uint64_t bytes_max, bool only_text);
  explicit ArchiveReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace codelake
