// SPDX-License-Identifier: Apache-2.0
#include "tests/support/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>

namespace codelake::testing {

namespace {

la_ssize_t on_write(archive*, void* context, const void* data, std::size_t size) {
  static_cast<std::string*>(context)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

void require(int code) {
  if (code != ARCHIVE_OK) std::abort();
}

void add(archive* handle, const std::string& path, const std::string& content) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, path.c_str());
  archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_mtime(entry, 1'000'000'000, 0);
  require(archive_write_header(handle, entry));
  if (archive_write_data(handle, content.data(), content.size()) != static_cast<la_ssize_t>(content.size()))
    std::abort();
  archive_entry_free(entry);
}

}  // namespace

std::string make_archive(ArchiveKind kind, const std::vector<std::pair<std::string, std::string>>& files) {
  std::string bytes;
  archive* handle = archive_write_new();
  require(kind == ArchiveKind::zip ? archive_write_set_format_zip(handle)
                                   : archive_write_set_format_pax_restricted(handle));
  if (kind == ArchiveKind::tar_gz) require(archive_write_add_filter_gzip(handle));
  if (kind == ArchiveKind::tar_zst) require(archive_write_add_filter_zstd(handle));
  archive_write_set_bytes_in_last_block(handle, 1);
  require(archive_write_open2(handle, &bytes, nullptr, on_write, nullptr, nullptr));
  for (const auto& [path, content] : files) add(handle, path, content);
  require(archive_write_close(handle));
  archive_write_free(handle);
  return bytes;
}

}  // namespace codelake::testing
