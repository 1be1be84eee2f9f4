// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/packed.h"

#include "core/archive.h"
#include "core/encoding.h"
#include "core/file_type.h"
#include "scanners/secrets/characters.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace codelake::secrets {

namespace {

constexpr int k_depth_max = 3;
constexpr std::uint64_t k_entry_bytes_max = 16U << 20U;

// One limit for an archive with all archives in it, so that nesting gains nothing.
ArchiveLimits limits_with(std::uint64_t bytes_left) {
  ArchiveLimits limits;
  limits.total_bytes_max = bytes_left;
  limits.entries_max = 50'000;
  limits.ratio_max = 200;
  limits.ratio_free_bytes = 32U << 20U;
  limits.lone_file = true;
  return limits;
}

class Unpacking {
 public:
  Unpacking(PackedFiles files, ScanContext& context, const std::function<void(const SourceFile&)>& visit)
      : m_files(files), m_context(context), m_visit(visit) {}

  void archive(std::string_view bytes, const FileInfo& info, int depth) {
    auto reader = ArchiveReader::open_memory(bytes, info.path, limits_with(m_bytes_left));
    if (!reader) return skipped(info.path, "not a readable archive");
    for (;;) {
      const auto more = reader->next();
      if (!more) return skipped(info.path, more.error().cause);
      if (!*more) return;
      FileInfo inner = info;
      inner.path = info.path + "!/" + reader->entry_path();
      if (is_opaque(inner.name())) continue;
      const bool whole = m_files == PackedFiles::all || is_packed(inner.name());
      auto content = whole ? reader->read(k_entry_bytes_max) : reader->read_text(k_entry_bytes_max);
      if (!content) {
        skipped(inner.path, content.error().cause);
        continue;
      }
      if (content->size() > m_bytes_left) return skipped(info.path, "more content than is looked at");
      m_bytes_left -= content->size();
      entry(std::move(inner), std::move(*content), depth);
    }
  }

 private:
  void entry(FileInfo info, std::string content, int depth) {
    if (is_packed(info.name())) {
      if (depth == k_depth_max) return skipped(info.path, "archives in archives deeper than is looked at");
      return archive(content, info, depth + 1);
    }
    Decoded decoded = decode(std::move(content), info.path);
    info.size_bytes = decoded.text.size();
    info.language = language_of_path(info.path);
    info.test = info.test || is_test_path(info.path);
    m_visit(SourceFile(std::move(info), std::move(decoded.text), decoded.traits));
  }

  void skipped(const std::string& path, const std::string& cause) {
    m_context.note(NoticeKind::limit, "not looked into: " + cause, path);
  }

  PackedFiles m_files;
  ScanContext& m_context;
  const std::function<void(const SourceFile&)>& m_visit;
  std::uint64_t m_bytes_left = 256U << 20U;
};

}  // namespace

bool is_packed(std::string_view name) {
  constexpr std::array<std::string_view, 14> extensions = {"zip", "jar", "war", "ear", "whl", "egg", "nupkg",
                                                           "tar", "tgz", "gz",  "xz",  "txz", "zst", "aar"};
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && contains_word(lower(name.substr(dot + 1)), extensions);
}

bool is_opaque(std::string_view name) {
  constexpr std::array<std::string_view, 34> extensions = {
      "png", "jpg", "jpeg",  "gif", "webp", "bmp",  "ico",  "tif",   "tiff", "avif", "mp3", "mp4",
      "avi", "mov", "webm",  "ogg", "wav",  "flac", "woff", "woff2", "ttf",  "otf",  "eot", "bz2",
      "7z",  "rar", "class", "exe", "dll",  "so",   "a",    "o",     "pyc",  "pdf"};
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && contains_word(lower(name.substr(dot + 1)), extensions);
}

bool looks_packed(std::string_view bytes) {
  using namespace std::literals;
  constexpr std::array<std::string_view, 4> marks = {"PK\3\4"sv, "\x1F\x8B"sv, "\xFD" "7zXZ\0"sv, "\x28\xB5\x2F\xFD"sv};
  constexpr std::size_t tar_mark_at = 257;
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return bytes.starts_with(mark); }) ||
         (bytes.size() > tar_mark_at && bytes.substr(tar_mark_at).starts_with("ustar"));
}

void visit_packed(const Packed& packed, ScanContext& context, const std::function<void(const SourceFile&)>& visit) {
  Unpacking(packed.files, context, visit).archive(packed.bytes, packed.info, 1);
}

}  // namespace codelake::secrets
