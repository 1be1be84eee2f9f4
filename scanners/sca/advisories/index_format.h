// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// The layout of an advisory index file, "<ecosystem>.idx". Everything is 32-bit little-endian words; a text
// is two words, offset and length, into the section of texts. In order:
//
//   header     magic, format version, hash of the rest of the header, then header_word … and one {offset,
//   rows} per section packages   sorted by name, then suffix: a binary search finds one entries    what one
//   record says of one package, grouped by package intervals  of entries       exact      versions listed by
//   name that no interval contains records    the detail part, read for hits only; sorted by id groups ids of
//   an alias group, the preferred one first numbers    CWE              links      references of records
//   texts      what a look-up compares stands first, what only a hit needs behind it
namespace codelake::sca::index_format {

constexpr std::string_view k_magic = "CLADVIDX";
constexpr std::uint32_t k_version = 1;

enum class Section : std::size_t {
  packages,
  entries,
  intervals,
  exact,
  records,
  groups,
  numbers,
  links,
  texts
};
constexpr std::size_t k_section_count = 9;

// Words of a row; the section of texts counts bytes instead.
constexpr std::array<std::uint32_t, k_section_count> k_row_words = {6, 7, 5, 2, 11, 2, 1, 2, 0};

// Words of the rows, by name.
namespace package_row {
enum : std::uint32_t { name = 0, suffix = 2, first_entry = 4, entry_count = 5 };
}
namespace entry_row {
enum : std::uint32_t { record, severity, score, first_interval, interval_count, first_exact, exact_count };
}
namespace interval_row {
enum : std::uint32_t { low = 0, high = 2, end = 4 };
}
namespace record_row {
enum : std::uint32_t {
  id = 0,
  summary = 2,
  first_id = 4,
  id_count,
  flags,
  first_number,
  number_count,
  first_link,
  link_count
};
}

constexpr std::uint32_t k_flag_malicious = 1;

// Words of the header behind magic, version and hash.
namespace header_word {
enum : std::uint32_t { file_bytes = 0, ecosystem = 1, newest_modified = 3, advisories = 5, sections = 6 };
}
constexpr std::size_t k_header_start = 24;  // magic 8, version 4, padding 4, hash 8
constexpr std::size_t k_header_words = header_word::sections + 2 * k_section_count;
constexpr std::size_t k_header_bytes = k_header_start + 4 * k_header_words;

inline std::uint32_t load_word(const char* bytes) {
  std::array<unsigned char, 4> raw{};
  std::memcpy(raw.data(), bytes, raw.size());
  return static_cast<std::uint32_t>(raw[0]) | static_cast<std::uint32_t>(raw[1]) << 8U |
         static_cast<std::uint32_t>(raw[2]) << 16U | static_cast<std::uint32_t>(raw[3]) << 24U;
}

}  // namespace codelake::sca::index_format
