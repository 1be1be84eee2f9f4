// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/kept_file.h"

#include "core/file.h"
#include "core/hash.h"
#include "core/record.h"

#include <filesystem>
#include <utility>

namespace codelake::secrets {

namespace {

constexpr std::uint64_t k_bytes_max = 4ULL << 30;

}  // namespace

KeptFile read_kept_file(const std::string& path, std::string_view kind, std::string_view key) {
  std::error_code error;
  KeptFile file;
  if (!std::filesystem::exists(path, error)) return file;
  auto bytes = read_file(path, k_bytes_max);
  if (bytes && bytes->starts_with(kind)) {
    RecordReader reader(std::string_view(*bytes).substr(kind.size()));
    const std::string_view kept_key = reader.view();
    const std::uint64_t hash = reader.number();
    const std::string_view content = reader.view();
    if (!reader.failed() && reader.done() && fast_hash(content) == hash) {
      if (kept_key != key) return {KeptFile::State::other, {}, 0};
      file.content_at = static_cast<std::size_t>(content.data() - bytes->data());
      file.bytes = std::move(*bytes);
      file.state = KeptFile::State::sound;
      return file;
    }
  }
  std::filesystem::remove(path, error);
  file.state = KeptFile::State::damaged;
  return file;
}

Result<void> write_kept_file(const std::string& path, std::string_view kind, std::string_view key, std::string_view content) {
  RecordWriter writer;
  writer.bytes = kind;
  writer.text(key);
  writer.number(fast_hash(content));
  writer.text(content);
  TRY(make_directory(std::filesystem::path(path).parent_path().string()));
  return write_file_atomically(path, writer.bytes);
}

}  // namespace codelake::secrets
