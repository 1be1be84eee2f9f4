// SPDX-License-Identifier: Apache-2.0
//
// "DIRC", version and count, then the entries: ten numbers of the file's state, the object id, flags with the length of the
// path, the path. Up to version 3 an entry is filled up with zeros to a multiple of eight bytes; in version 4 it says how many
// bytes to drop from the end of the path before it, and what to put there: after "src/one.c", (5, "two.c") is "src/two.c".
// Extensions follow, a name and a size each; one whose name begins with a small letter must be understood. "TREE" holds the
// folders, each before those in it: name, zero, number of entries (-1: changed), number of folders, object id.
#include "core/git_index.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace codelake::git {

namespace {

constexpr std::size_t k_state_bytes = 40;
constexpr std::size_t k_id_bytes = 20;
constexpr std::size_t k_entry_bytes = k_state_bytes + k_id_bytes + 2;  // without its path
constexpr std::size_t k_path_bytes_max = 1U << 16;
constexpr int k_depth_max = 256;
constexpr unsigned k_extended = 0x4000;
constexpr unsigned k_stage = 0x3000;
constexpr unsigned k_length = 0x0FFF;  // or more

// Takes bytes from the front; once there are too few, it has failed and gives nothing.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : m_rest(bytes) {}

  bool failed() const { return m_failed; }
  std::size_t size() const { return m_rest.size(); }
  void fail() {
    m_failed = true;
    m_rest = {};
  }

  std::string_view take(std::size_t count) {
    if (count > m_rest.size()) {
      fail();
      return {};
    }
    const std::string_view taken = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return taken;
  }
  std::uint32_t number(std::size_t bytes = 4) {
    std::uint32_t value = 0;
    for (const char c : take(bytes)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }
  // Up to a character, which is passed over.
  std::string_view until(char end) {
    const auto at = m_rest.find(end);
    if (at == std::string_view::npos) {
      fail();
      return {};
    }
    return take(at + 1).substr(0, at);
  }
  ObjectId id() {
    ObjectId id = {};
    const std::string_view bytes = take(k_id_bytes);
    if (!bytes.empty()) std::memcpy(id.data(), bytes.data(), k_id_bytes);
    return id;
  }
  // Groups of seven bits, the highest first; each that follows counts from one (git's "offset encoding").
  std::size_t offset() {
    std::size_t value = 0;
    for (int groups = 0; groups < 5; ++groups) {
      const std::uint32_t byte = number(1);
      value = (groups == 0 ? 0 : (value + 1) << 7U) | (byte & 0x7FU);
      if (byte < 0x80 || m_failed) return value;
    }
    fail();
    return 0;
  }

 private:
  std::string_view m_rest;
  bool m_failed = false;
};

bool is_known_mode(std::uint32_t mode) {
  const std::uint32_t kind = mode & 0170000U;
  return kind == 0100000U || kind == 0120000U || kind == 0160000U;
}

FileState read_state(Bytes& bytes, std::uint32_t& mode) {
  FileState state;
  state.changed_s = static_cast<std::int32_t>(bytes.number());
  state.changed_ns = bytes.number();
  state.modified_s = static_cast<std::int32_t>(bytes.number());
  state.modified_ns = bytes.number();
  bytes.number();  // the device
  state.inode = bytes.number();
  mode = bytes.number();
  bytes.take(8);  // user and group
  state.size_bytes = bytes.number();
  return state;
}

// Reads the entries into a file.
class EntryReader {
 public:
  EntryReader(Bytes& bytes, std::uint32_t version) : m_bytes(bytes), m_version(version) {}

  bool read(std::uint32_t count, std::vector<IndexFile::Entry>& entries) {
    entries.reserve(std::min<std::size_t>(count, m_bytes.size() / k_entry_bytes));
    for (std::uint32_t i = 0; i < count; ++i) {
      IndexFile::Entry& entry = entries.emplace_back();
      if (!read_one(entry)) return false;
      if (entries.size() > 1 && !follows(entries[entries.size() - 2], entry)) return false;
    }
    return true;
  }

 private:
  static bool follows(const IndexFile::Entry& before, const IndexFile::Entry& entry) {
    return before.path < entry.path || (before.path == entry.path && before.conflicted && entry.conflicted);
  }

  bool read_one(IndexFile::Entry& entry) {
    const std::size_t before = m_bytes.size();
    entry.state = read_state(m_bytes, entry.mode);
    entry.id = m_bytes.id();
    const std::uint32_t flags = m_bytes.number(2);
    if ((flags & k_extended) != 0 && m_version < 3) m_bytes.fail();
    if ((flags & k_extended) != 0) m_bytes.take(2);
    entry.conflicted = (flags & k_stage) != 0;
    entry.path = m_version >= 4 ? compressed_path() : plain_path(flags & k_length, before);
    return !m_bytes.failed() && is_known_mode(entry.mode) && !entry.path.empty() && entry.path.size() <= k_path_bytes_max;
  }

  // With the zeros behind it: at least one, up to a multiple of eight bytes of the whole entry.
  std::string plain_path(std::size_t length, std::size_t before) {
    const std::string path(m_bytes.until('\0'));
    if (length < k_length && path.size() != length) m_bytes.fail();
    const std::size_t used = before - m_bytes.size();
    m_bytes.take((8 - used % 8) % 8);
    return path;
  }

  std::string compressed_path() {
    const std::size_t dropped = m_bytes.offset();
    if (dropped > m_last.size()) m_bytes.fail();
    m_last.resize(m_last.size() - std::min(dropped, m_last.size()));
    m_last += m_bytes.until('\0');
    return m_last;
  }

  Bytes& m_bytes;
  std::uint32_t m_version;
  std::string m_last;
};

std::optional<long> decimal(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool read_folder(Bytes& bytes, int depth, IndexFile::Folder& folder) {
  folder.name = bytes.until('\0');
  const auto entries = decimal(bytes.until(' '));
  const auto folders = decimal(bytes.until('\n'));
  if (depth > k_depth_max || !entries || !folders) return false;
  if (*entries >= 0) folder.tree = bytes.id();
  for (long i = 0; i < *folders && !bytes.failed(); ++i) {
    if (!read_folder(bytes, depth + 1, folder.folders.emplace_back())) return false;
  }
  return !bytes.failed();
}

// False when there is something that must be understood and is not. What is remembered of trees may be wrong: then
// nothing is.
bool read_extensions(Bytes& bytes, IndexFile& file) {
  while (bytes.size() > k_id_bytes && !bytes.failed()) {
    const std::string_view name = bytes.take(4);
    Bytes content(bytes.take(bytes.number()));
    if (bytes.failed() || (name[0] >= 'a' && name[0] <= 'z')) return false;
    IndexFile::Folder root;
    if (name == "TREE" && read_folder(content, 0, root)) file.root = std::move(root);
  }
  return !bytes.failed() && bytes.size() == k_id_bytes;
}

}  // namespace

std::optional<IndexFile> parse_index(std::string_view text) {
  Bytes bytes(text);
  if (bytes.take(4) != "DIRC") return std::nullopt;
  const std::uint32_t version = bytes.number();
  const std::uint32_t count = bytes.number();
  if (bytes.failed() || version < 2 || version > 4) return std::nullopt;
  IndexFile file;
  if (!EntryReader(bytes, version).read(count, file.entries) || !read_extensions(bytes, file)) return std::nullopt;
  return file;
}

}  // namespace codelake::git
