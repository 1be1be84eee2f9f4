// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

namespace codelake::secrets::history {

// A file of a repository, mapped into memory. Git replaces and removes such files but never shortens one, so the
// bytes stay while a fetch or gc goes on.
class MappedFile {
 public:
  // Fails for what is no regular file.
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {m_data, m_size}; }

  // To be called before `size` bytes from `offset` on are read. Pages that were read count as memory of this process:
  // they are given back now and then, and come again from the system's cache. Safe from several threads.
  void reads(std::size_t offset, std::size_t size) const {
    if (m_size > k_resident_max) count_read(offset, size);
  }

 private:
  MappedFile(const char* data, std::size_t size) : m_data(data), m_size(size) {}
  // Of a file, this much stays at most, about; smaller files stay whole.
  static constexpr std::size_t k_resident_max = 64U << 20;
  void count_read(std::size_t offset, std::size_t size) const;

  const char* m_data = nullptr;
  std::size_t m_size = 0;
  mutable std::atomic<std::size_t> m_block_read = 0;   // the last one
  mutable std::atomic<std::size_t> m_blocks_read = 0;  // since pages were given back
};

}  // namespace codelake::secrets::history
