// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace codelake {

// The functions of libarchive that are used here.
struct ArchiveLibrary {
  decltype(&::archive_read_new) read_new = nullptr;
  decltype(&::archive_read_free) read_free = nullptr;
  decltype(&::archive_read_support_filter_gzip) filter_gzip = nullptr;
  decltype(&::archive_read_support_filter_xz) filter_xz = nullptr;
  decltype(&::archive_read_support_filter_zstd) filter_zstd = nullptr;
  decltype(&::archive_read_support_format_tar) format_tar = nullptr;
  decltype(&::archive_read_support_format_zip_seekable) format_zip_seekable = nullptr;
  decltype(&::archive_read_support_format_raw) format_raw = nullptr;
  decltype(&::archive_read_open_filename) open_filename = nullptr;
  decltype(&::archive_read_open_memory) open_memory = nullptr;
  decltype(&::archive_read_next_header) next_header = nullptr;
  decltype(&::archive_read_data_block) data_block = nullptr;
  decltype(&::archive_error_string) error_string = nullptr;
  decltype(&::archive_entry_size) entry_size = nullptr;
  decltype(&::archive_entry_pathname) entry_pathname = nullptr;
  decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8 = nullptr;
  decltype(&::archive_entry_filetype) entry_filetype = nullptr;
  decltype(&::archive_entry_hardlink) entry_hardlink = nullptr;
};

// libarchive, loaded at the first call; null when this machine has none that fits. Safe on any thread.
const ArchiveLibrary* archive_library();

}  // namespace codelake
