// SPDX-License-Identifier: Apache-2.0
//
// The file is a line with its name and version, the records one after the other, the index, and at last the place, size and hash
// of the index in 24 bytes. A scan writes a new file beside it while it goes on, so that no record stays in memory, takes
// over the records that are still right, and puts it in place of the old one; when nothing new was found the old one stays.
#include "scanners/sast/look_cache.h"

#include "core/file.h"
#include "core/hash.h"
#include "core/record.h"

#include <cstdio>
#include <filesystem>

namespace codelake::sast {

namespace {

constexpr std::string_view k_magic = "codelake cache of code 2\n";
constexpr std::size_t k_name_bytes = 22;  // of k_magic, without the version
constexpr std::uint64_t k_bytes_max = 512U << 20;
constexpr std::size_t k_end_bytes = 24;

std::string end_of(std::uint64_t begin, std::uint64_t size, std::uint64_t hash) {
  std::string bytes;
  for (const std::uint64_t number : {begin, size, hash}) {
    for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift & 0xFFU);
  }
  return bytes;
}

std::uint64_t number_at(std::string_view bytes) {
  std::uint64_t number = 0;
  for (unsigned i = 0; i < 8; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

// Some bytes of a file; nothing when it has not so many.
std::optional<std::string> piece(std::ifstream& file, std::uint64_t begin, std::uint64_t size) {
  if (size > k_bytes_max) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>(begin));
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file) return std::nullopt;
  return bytes;
}

}  // namespace

LookCache::LookCache(LookCacheOptions options) : m_options(std::move(options)) {
  if (m_options.directory.empty() || m_options.root.empty()) return;
  m_path = m_options.directory + "/code/" + sha256_hex(m_options.root).substr(0, 32);
  m_old.open(m_path, std::ios::binary);
  if (m_old && !read_index()) {
    m_damaged = true;
    m_known.clear();
  }
}

LookCache::~LookCache() {
  if (m_new_path.empty()) return;
  m_new.close();
  std::error_code error;
  std::filesystem::remove(m_new_path, error);
}

std::string LookCache::key_of(std::string_view content, std::string_view more) {
  return sha256_hex(sha256_hex(content) + std::string(more));
}

// False when the file is damaged; one of another version or identity is only not used.
bool LookCache::read_index() {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(m_path, error);
  if (error || size < k_magic.size() + k_end_bytes || size > k_bytes_max) return false;
  const auto start = piece(m_old, 0, k_magic.size());
  if (!start) return false;
  if (*start != k_magic) return start->starts_with(k_magic.substr(0, k_name_bytes));  // of another version
  const auto end = piece(m_old, size - k_end_bytes, k_end_bytes);
  if (!end) return false;
  const std::uint64_t begin = number_at(*end);
  if (begin > size || number_at(std::string_view(*end).substr(8)) != size - k_end_bytes - begin) return false;
  const auto index = piece(m_old, begin, size - k_end_bytes - begin);
  if (!index || fast_hash(*index) != number_at(std::string_view(*end).substr(16))) return false;
  RecordReader reader(*index);
  if (reader.view() != m_options.identity) return true;
  for (std::size_t count = reader.count(); count > 0 && !reader.failed(); --count) {
    std::string path = reader.text();
    Place place;
    place.key = reader.text();
    place.begin = reader.below(begin + 1);
    place.size = reader.below(begin - place.begin + 1);
    place.hash = reader.number();
    if (!reader.failed()) m_known.emplace(std::move(path), std::move(place));
  }
  return !reader.failed() && reader.done();
}

std::optional<std::string> LookCache::read(const Place& place) {
  auto record = piece(m_old, place.begin, place.size);
  if (record && fast_hash(*record) == place.hash) return record;
  m_damaged = true;
  return std::nullopt;
}

std::optional<std::string> LookCache::find(const std::string& path, std::string_view key) {
  const std::lock_guard lock(m_guard);
  const auto known = m_known.find(path);
  if (!is_on() || known == m_known.end() || known->second.key != key) return std::nullopt;
  auto record = read(known->second);
  known->second.seen = record.has_value();
  return record;
}

// Opens the file that is written; false when that cannot be done.
bool LookCache::start() {
  if (!m_new_path.empty()) return m_new.is_open() && m_new.good();
  m_new_path = m_path + "." + random_hex(8);
  if (!make_directory(m_path.substr(0, m_path.rfind('/')))) return false;
  m_new.open(m_new_path, std::ios::binary | std::ios::trunc);
  m_new << k_magic;
  m_end = k_magic.size();
  return m_new.good();
}

void LookCache::append(const std::string& path, Place place, std::string_view record) {
  if (m_end + record.size() > m_options.bytes_max) {
    m_left_out += 1;
    return;
  }
  place.begin = m_end;
  m_new.write(record.data(), static_cast<std::streamsize>(record.size()));
  m_end += record.size();
  m_kept.insert_or_assign(path, std::move(place));
}

void LookCache::keep(const std::string& path, std::string_view key, std::string_view record) {
  if (!is_on()) return;
  const std::uint64_t hash = fast_hash(record);
  const std::lock_guard lock(m_guard);
  // What was read and is of no use after all.
  if (const auto known = m_known.find(path); known != m_known.end()) m_known.erase(known);
  if (start()) append(path, {std::string(key), 0, record.size(), hash, true}, record);
}

// The records of the old file that are still right, or are of files that this scan was not given.
void LookCache::take_over() {
  for (const auto& [path, place] : m_known) {
    if ((m_options.whole && !place.seen) || m_kept.count(path) != 0) continue;
    if (const auto record = read(place)) append(path, place, *record);
  }
}

bool LookCache::write_index() {
  RecordWriter writer;
  writer.text(m_options.identity);
  writer.number(m_kept.size());
  for (const auto& [path, place] : m_kept) {
    writer.text(path);
    writer.text(place.key);
    writer.number(place.begin);
    writer.number(place.size);
    writer.number(place.hash);
  }
  m_new << writer.bytes << end_of(m_end, writer.bytes.size(), fast_hash(writer.bytes));
  m_new.close();
  return !m_new.fail();
}

void LookCache::finish() {
  const std::lock_guard lock(m_guard);
  if (!m_new_path.empty() && start()) {
    take_over();
    if (write_index() && std::rename(m_new_path.c_str(), m_path.c_str()) == 0) m_new_path.clear();
  }
  m_path.clear();
}

}  // namespace codelake::sast
