// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace codelake::secrets::history {

namespace {

Failure failed(const std::string& path, const char* cause) {
  return fail(ErrorKind::environment, "reading the git objects", path, cause);
}

// The system maps this much around a byte that is read.
constexpr std::size_t k_block = 64U << 10;

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return failed(path, std::strerror(errno));
  struct stat status = {};
  const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (!regular || size == 0) {
    ::close(file);
    if (!regular) return failed(path, "not a regular file");
    return MappedFile(nullptr, 0);
  }
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  const int error = errno;
  ::close(file);
  if (data == MAP_FAILED) return failed(path, std::strerror(error));
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(m_data, other.m_data);
  std::swap(m_size, other.m_size);
  return *this;
}

void MappedFile::count_read(std::size_t offset, std::size_t size) const {
  const std::size_t first = offset / k_block;
  const std::size_t last = (std::min(m_size, offset + size) - std::min<std::size_t>(size, 1)) / k_block;
  const std::size_t blocks = last - first + (m_block_read.exchange(last) == first ? 0 : 1);
  if (blocks == 0 || m_blocks_read.fetch_add(blocks) + blocks < k_resident_max / k_block) return;
  m_blocks_read = 0;
  ::madvise(const_cast<char*>(m_data), m_size, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (m_data != nullptr) ::munmap(const_cast<char*>(m_data), m_size);
}

}  // namespace codelake::secrets::history
