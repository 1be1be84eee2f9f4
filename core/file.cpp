// SPDX-License-Identifier: Apache-2.0
#include "core/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace codelake {

namespace {

// A file descriptor closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return m_number; }
  bool close() {
    const int number = m_number;
    m_number = -1;
    return ::close(number) == 0;
  }

 private:
  int m_number;
};

std::string reason() { return std::strerror(errno); }

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Reads as much as `content` is long, or less when the file ends before: it may shrink while it is read.
bool read_all(int descriptor, std::string& content) {
  std::size_t filled = 0;
  while (filled < content.size()) {
    const ssize_t count = ::read(descriptor, content.data() + filled, content.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  content.resize(filled);
  return true;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t bytes_max) {
  const auto failed = [&](std::string cause) {
    return fail(ErrorKind::environment, "reading a file", path, std::move(cause));
  };
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) return failed(reason());
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) return failed(reason());
  if (!S_ISREG(status.st_mode)) return failed("not a regular file");
  if (static_cast<std::uint64_t>(status.st_size) > bytes_max) {
    return failed("larger than the limit of " + std::to_string(bytes_max) + " bytes");
  }
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  if (!read_all(file.number(), content)) return failed(reason());
  return content;
}

namespace {

// A device or pipe (/dev/null, /dev/stdout) is written to; putting a file in its place would take it from everybody.
Result<void> write_to_device(const std::string& path, std::string_view content) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (device.number() >= 0 && write_all(device.number(), content) && device.close()) return {};
  return fail(ErrorKind::environment, "writing", path, reason());
}

}  // namespace

Result<void> write_file_atomically(const std::string& path, std::string_view content) {
  struct stat status = {};
  const bool existed = ::stat(path.c_str(), &status) == 0;
  if (existed && !S_ISREG(status.st_mode)) return write_to_device(path, content);
  std::string temporary = path + ".XXXXXX";
  const auto failed = [&](std::string cause) {
    ::unlink(temporary.c_str());
    return fail(ErrorKind::environment, "writing a file", path, std::move(cause));
  };
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.number() < 0) return failed(reason());
  if (!write_all(file.number(), content)) return failed(reason());
  if (::fchmod(file.number(), existed ? status.st_mode & 07777U : 0644U) != 0 || ::fsync(file.number()) != 0) return failed(reason());
  if (!file.close()) return failed(reason());
  if (::rename(temporary.c_str(), path.c_str()) != 0) return failed(reason());
  return {};
}

Result<void> make_directory(const std::string& path) {
  std::error_code error;
  const bool existed = std::filesystem::exists(path, error);
  std::filesystem::create_directories(path, error);
  if (error) return fail(ErrorKind::environment, "creating a folder", path, error.message());
  if (!existed) ::chmod(path.c_str(), 0700);
  return {};
}

}  // namespace codelake
