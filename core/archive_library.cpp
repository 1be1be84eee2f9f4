// SPDX-License-Identifier: Apache-2.0
#include "core/archive_library.h"

#include "core/loaded_library.h"

#include <optional>

namespace codelake {

namespace {

// The name that stands for the interface of archive.h since 3.0, whatever the version.
constexpr const char* k_file = "libarchive.so.13";

std::optional<ArchiveLibrary> load() {
  LoadedLibrary library(k_file);
  ArchiveLibrary archive;
  library.bind("archive_read_new", archive.read_new);
  library.bind("archive_read_free", archive.read_free);
  library.bind("archive_read_support_filter_gzip", archive.filter_gzip);
  library.bind("archive_read_support_filter_xz", archive.filter_xz);
  library.bind("archive_read_support_filter_zstd", archive.filter_zstd);
  library.bind("archive_read_support_format_tar", archive.format_tar);
  library.bind("archive_read_support_format_zip_seekable", archive.format_zip_seekable);
  library.bind("archive_read_support_format_raw", archive.format_raw);
  library.bind("archive_read_open_filename", archive.open_filename);
  library.bind("archive_read_open_memory", archive.open_memory);
  library.bind("archive_read_next_header", archive.next_header);
  library.bind("archive_read_data_block", archive.data_block);
  library.bind("archive_error_string", archive.error_string);
  library.bind("archive_entry_size", archive.entry_size);
  library.bind("archive_entry_pathname", archive.entry_pathname);
  library.bind("archive_entry_pathname_utf8", archive.entry_pathname_utf8);
  library.bind("archive_entry_filetype", archive.entry_filetype);
  library.bind("archive_entry_hardlink", archive.entry_hardlink);
  if (!library.whole()) return std::nullopt;
  return archive;
}

}  // namespace

const ArchiveLibrary* archive_library() {
  static const std::optional<ArchiveLibrary> k_library = load();
  return k_library ? &*k_library : nullptr;
}

}  // namespace codelake
