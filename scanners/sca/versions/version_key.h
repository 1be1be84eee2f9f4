// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake::sca {

// Puts together a text that compares, byte by byte and unsigned, as its parts do from the first on. Where two
// keys may go on with parts of different kinds, a tag says which kind comes first; numbers begin with a byte
// of 2 or more, so that tags 0 and 1 stand before every number.
class VersionKey {
 public:
  // One byte.
  void tag(std::uint8_t value) { m_bytes += static_cast<char>(value); }

  // A digit string of any length (leading zeros do not count, empty is zero), in the order of values.
  void number(std::string_view digits);

  // A number of things, ascending or descending.
  void count(std::size_t value);
  void descending_count(std::size_t value);

  // Any bytes, in their order; a text comes before those that it begins.
  void text(std::string_view bytes);

  // Another key as it is.
  void append(std::string_view key) { m_bytes += key; }

  std::string take() { return std::move(m_bytes); }

 private:
  std::string m_bytes;
};

// The length of the number or text that `key` begins with; 0 when it is cut off.
std::size_t number_length(std::string_view key);
std::size_t text_length(std::string_view key);

}  // namespace codelake::sca
