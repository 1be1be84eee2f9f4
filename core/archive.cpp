// SPDX-License-Identifier: Apache-2.0
#include "core/archive.h"

#include "core/encoding.h"

#include "core/archive_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace codelake {

namespace {

constexpr std::size_t k_block_bytes = 256U << 10U;

struct ArchiveDeleter {
  const ArchiveLibrary* library = nullptr;
  void operator()(archive* handle) const { library->read_free(handle); }
};

using Handle = std::unique_ptr<archive, ArchiveDeleter>;

// Only the formats we mean: libarchive knows many more, and each is attack surface.
Handle make_handle(const ArchiveLibrary& library, bool lone_file) {
  Handle handle(library.read_new(), ArchiveDeleter{&library});
  library.filter_gzip(handle.get());
  library.filter_xz(handle.get());
  library.filter_zstd(handle.get());
  library.format_tar(handle.get());
  library.format_zip_seekable(handle.get());
  if (lone_file) library.format_raw(handle.get());
  return handle;
}

}  // namespace

struct ArchiveReader::State {
  State(const ArchiveLibrary& loaded, std::string given_name, const ArchiveLimits& given_limits)
      : library(loaded),
        handle(make_handle(loaded, given_limits.lone_file)),
        name(std::move(given_name)),
        limits(given_limits) {}

  static Result<std::unique_ptr<State>> make(std::string name, const ArchiveLimits& limits) {
    const ArchiveLibrary* const library = archive_library();
    if (library != nullptr) return std::make_unique<State>(*library, std::move(name), limits);
    return fail({ErrorKind::environment, "reading an archive", std::move(name), "libarchive cannot be loaded",
                 "install the package libarchive13"});
  }

  const ArchiveLibrary& library;
  Handle handle;
  std::string name;
  ArchiveLimits limits;
  std::uint64_t compressed_bytes = 0;
  std::uint64_t total_bytes = 0;
  std::uint64_t entries = 0;
  std::uint64_t unread_bytes = 0;  // of the current entry: passing over it may mean decompressing it
  std::string path;

  Failure failed(std::string cause) const {
    const std::string subject = path.empty() ? name : name + ", entry " + path;
    return fail({ErrorKind::environment, "reading an archive", subject, std::move(cause),
                 "give a complete zip, tar, tar.gz or tar.zst"});
  }
  Failure failed() const {
    const char* cause = library.error_string(handle.get());
    return failed(cause != nullptr ? cause : "not a readable archive");
  }
  Failure over(std::string limit) const {
    return fail({ErrorKind::environment, "reading an archive", name, std::move(limit), {}});
  }

  Result<void> count(std::uint64_t bytes) {
    total_bytes += bytes;
    if (total_bytes > limits.total_bytes_max) {
      return over(fmt::format("more than {} bytes of content", limits.total_bytes_max));
    }
    if (total_bytes > limits.ratio_free_bytes && total_bytes / limits.ratio_max > compressed_bytes) {
      return over(
          fmt::format("compressed more than {} times: refused as a decompression bomb", limits.ratio_max));
    }
    return {};
  }
};

ArchiveReader::ArchiveReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

Result<ArchiveReader> ArchiveReader::open(const std::string& path, const ArchiveLimits& limits) {
  auto state = TRY(State::make(path, limits));
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return state->failed("not a regular file");
  state->compressed_bytes = std::filesystem::file_size(path, error);
  if (state->library.open_filename(state->handle.get(), path.c_str(), k_block_bytes) != ARCHIVE_OK) {
    return state->failed();
  }
  return ArchiveReader(std::move(state));
}

Result<ArchiveReader> ArchiveReader::open_memory(std::string_view bytes, std::string name,
                                                 const ArchiveLimits& limits) {
  auto state = TRY(State::make(std::move(name), limits));
  state->compressed_bytes = bytes.size();
  if (state->library.open_memory(state->handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return state->failed();
  }
  return ArchiveReader(std::move(state));
}

Result<bool> ArchiveReader::next() {
  State& state = *m_state;
  const ArchiveLibrary& library = state.library;
  for (;;) {
    TRY(state.count(std::exchange(state.unread_bytes, 0)));
    archive_entry* entry = nullptr;
    const int code = library.next_header(state.handle.get(), &entry);
    if (code == ARCHIVE_EOF) return false;
    // A warning is a name or time stamp that does not convert; the content is whole.
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return state.failed();
    if (++state.entries > state.limits.entries_max) {
      return state.over(fmt::format("more than {} entries", state.limits.entries_max));
    }
    state.unread_bytes = static_cast<std::uint64_t>(std::max<la_int64_t>(library.entry_size(entry), 0));
    const char* path = library.entry_pathname(entry);
    if (path == nullptr) path = library.entry_pathname_utf8(entry);
    state.path = path != nullptr ? path : "?";
    const bool regular =
        library.entry_filetype(entry) == AE_IFREG && library.entry_hardlink(entry) == nullptr;
    if (regular) return true;
  }
}

const std::string& ArchiveReader::entry_path() const {
  return m_state->path;
}

Result<std::string> ArchiveReader::read(std::uint64_t bytes_max) { return read(bytes_max, false); }

Result<std::string> ArchiveReader::read_text(std::uint64_t bytes_max) { return read(bytes_max, true); }

Result<std::string> ArchiveReader::read(std::uint64_t bytes_max, bool only_text) {
  State& state = *m_state;
  // What it says of its size counts when it is passed over; passing over may mean decompressing it.
  if (state.unread_bytes > bytes_max) {
    return state.failed(fmt::format("larger than the limit of {} bytes", bytes_max));
  }
  const std::uint64_t said_bytes = std::exchange(state.unread_bytes, 0);
  std::string content;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  for (;;) {
    const int code = state.library.data_block(state.handle.get(), &block, &size, &offset);
    if (code == ARCHIVE_EOF) return content;
    if (code != ARCHIVE_OK) return state.failed();
    const auto start = static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0));
    // Checked before anything is grown: a sparse tar entry may claim any offset.
    if (start > bytes_max || size > bytes_max - start) {
      return state.failed(fmt::format("larger than the limit of {} bytes", bytes_max));
    }
    if (start < content.size()) return state.failed("its blocks overlap");
    TRY(state.count(start + size - content.size()));
    content.resize(start, '\0');
    content.append(static_cast<const char*>(block), size);
    if (!only_text || !is_binary(content)) continue;
    state.unread_bytes = said_bytes - std::min<std::uint64_t>(said_bytes, content.size());
    return content;
  }
}

}  // namespace codelake
