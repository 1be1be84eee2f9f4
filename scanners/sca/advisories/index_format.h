// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// The layout of an advisory index file, "<ecosystem>.idx": what a look-up compares stands first, what only a
// hit needs behind it, compressed in blocks. Words are 32 bit, little-endian; "packed" is as packed.h writes
// it. In order:
//
//   header     magic, format version, hash of the rest of the header, then header_word …, then one {offset,
//   bytes} per
//              section
//   names      the packages' names, each with "\0suffix" when its ecosystem has one; sorted
//   packages   {name, match} of each package: offsets into names and matches; one row more than packages ends
//   the last matches    packed, for each package: entries, and of each: place of its record, alias group,
//   severity, score, intervals
//              (bits of interval_bit, keys of the bounds that there are, the fixed version as text), listed
//              versions outside of the intervals (k_listed_text or k_listed_key, then that)
//   blocks     {data, bytes} of each block: its offset in data, and how many bytes it inflates to; one row
//   more ends the
//              last
//   data       the blocks: records as record_text.h writes them, in the order of their packages
//
// The place of a record is its block times k_place_block plus its offset in it.
namespace codelake::sca::index_format {

constexpr std::string_view k_magic = "CLADVIDX";
constexpr std::uint32_t k_version = 2;

enum class Section : std::size_t { names, packages, matches, blocks, data };
constexpr std::size_t k_section_count = 5;

namespace interval_bit {
constexpr std::uint64_t end_mask = 3;
constexpr std::uint64_t has_low = 4;
}  // namespace interval_bit
constexpr char k_listed_text = '\0';
constexpr char k_listed_key = '\1';

constexpr std::size_t k_row_bytes = 8;                  // of packages and blocks
constexpr std::size_t k_block_bytes = 2U << 10U;        // a block is closed when it holds so many
constexpr std::size_t k_block_bytes_max = 256U << 10U;  // no block inflates to more
constexpr std::uint64_t k_place_block = k_block_bytes_max;

// Words of the header behind magic, version and hash.
namespace header_word {
enum : std::uint32_t { file_bytes = 0, advisories, newest_modified, ecosystem_bytes, sections };
}
// The ecosystem's name stands in the header itself, filled with zeros.
constexpr std::size_t k_ecosystem_bytes_max = 64;
constexpr std::size_t k_header_start = 24;  // magic 8, version 4, padding 4, hash 8
constexpr std::size_t k_header_words = header_word::sections + 2 * k_section_count;
constexpr std::size_t k_header_bytes = k_header_start + 4 * k_header_words + k_ecosystem_bytes_max;

inline std::uint32_t load_word(const char* bytes) {
  std::array<unsigned char, 4> raw{};
  std::memcpy(raw.data(), bytes, raw.size());
  return static_cast<std::uint32_t>(raw[0]) | static_cast<std::uint32_t>(raw[1]) << 8U |
         static_cast<std::uint32_t>(raw[2]) << 16U | static_cast<std::uint32_t>(raw[3]) << 24U;
}

}  // namespace codelake::sca::index_format
