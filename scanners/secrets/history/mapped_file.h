// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

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

 private:
  MappedFile(const char* data, std::size_t size) : m_data(data), m_size(size) {}
  const char* m_data = nullptr;
  std::size_t m_size = 0;
};

}  // namespace codelake::secrets::history
