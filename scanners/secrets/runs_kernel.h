// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/lanes.h"
#include "scanners/secrets/place_kernel.h"
#include "scanners/secrets/rows_kernel.h"
#include "scanners/secrets/runs.h"

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

// Of one block.
struct Kinds {
  std::uint64_t run = 0;
  std::uint64_t word = 0;
  std::uint64_t digit = 0;
};

#if defined(__AVX512VBMI__)
inline Kinds kinds_of(const char* block) {
  static constexpr KindTable table = [] {
    KindTable made{};
    for (unsigned c = 0; c < made.size(); ++c) {
      const auto byte = static_cast<char>(c);
      made[c] = static_cast<std::uint8_t>((is_run_byte(static_cast<unsigned char>(c)) ? 1U : 0U) | (is_word_byte(byte) ? 2U : 0U) |
                                          (secrets::is_digit(byte) ? 4U : 0U));
    }
    return made;
  }();
  const BlockKinds kinds(block, table);
  return {kinds.bits<0>(), kinds.bits<1>(), kinds.bits<2>()};
}
#else
inline Kinds kinds_of(const char* block) {
  Kinds kinds;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    const Bytes bytes = bytes_at(block + at);
    const Bytes from_dash = bytes - '-';
    const Found digit = is_digit(bytes);
    const Found letter_or_line = is_letter(bytes) | (bytes == '_');
    const Found run = letter_or_line | (from_dash < 13) | (bytes == '+') | (bytes == '~');
    kinds.run |= bits_of(run) << at;
    kinds.word |= bits_of(letter_or_line | digit) << at;
    kinds.digit |= bits_of(digit) << at;
  }
  return kinds;
}
#endif

inline void tell_kinds_here(const char* blocks, std::size_t count, std::size_t first, KindRows& rows) {
  for (std::size_t i = 0; i < count; ++i) {
    const Kinds kinds = kinds_of(blocks + i * k_block_bytes);
    rows.run[first + i] = kinds.run;
    rows.word[first + i] = kinds.word;
    rows.digit[first + i] = kinds.digit;
  }
}

struct RunBegins {
  Rows words;
  Rows values;
};

// `on`: so many bytes from here on are of a run; twice as many when those behind them are as well. `digit`: one of so many
// bytes is a digit, and all before it are of a run.
inline RunBegins run_begins(const KindRows& kinds, std::size_t first) {
  static_assert(k_run_bytes == 16 && k_long_run_bytes > 16 && k_long_run_bytes <= 32);
  RowsOn on = rows_on(kinds.run, first);
  RowsOn digit = rows_on(kinds.digit, first);
  for (unsigned by = 1; by < 16; by *= 2) {
    const RowsOn digit_ahead = ahead(digit, by);
    digit = {digit.rows | (on.rows & digit_ahead.rows), digit.next | (on.next & digit_ahead.next)};
    on &= ahead(on, by);
  }
  const Rows tells = digit.rows | ahead(digit, 16).rows | ahead(on, k_long_run_bytes - 16).rows;
  return {on.rows & begins_of(kinds.word, first), on.rows & tells & begins_of(kinds.run, first)};
}

inline void find_runs_here(const KindRows& kinds, std::size_t bytes, RunPlaces& found) {
  const std::size_t blocks = (bytes + k_block_bytes - 1) / k_block_bytes;
  found.word_count = found.value_count = 0;
  for (std::size_t at = 0; at < blocks; at += k_rows) {
    const RunBegins begins = run_begins(kinds, 1 + at);
    for (std::size_t i = 0; i < std::min(k_rows, blocks - at); ++i) {
      const std::size_t begin = (at + i) * k_block_bytes;
      const std::size_t left = bytes - begin;
      const std::uint64_t wanted = left < k_block_bytes ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0};
      found.word_count += write_places(begins.words[i] & wanted, begin, found.word_places.data() + found.word_count);
      found.value_count += write_places(begins.values[i] & wanted, begin, found.value_places.data() + found.value_count);
    }
  }
}

// What name_begins says; the byte before `block` is looked at as well.
inline std::uint64_t name_begins_here(const char* block) {
  std::uint64_t begins = 0;
  for (unsigned at = 0; at < k_block_bytes; at += k_lanes) {
    const Bytes bytes = bytes_at(block + at);
    const Bytes before = bytes_at(block + at - 1);
    const Found upper = (bytes - 'A') < 26;
    const Found after_lower = (before - 'a') < 26;
    const Found word = is_letter(bytes) | is_digit(bytes) | (bytes == '_');
    begins |= bits_of(word & (~is_letter(before) | (upper & after_lower))) << at;
  }
  return begins;
}

}  // namespace
}  // namespace codelake::secrets
