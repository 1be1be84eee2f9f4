// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codelake {

// Writes numbers and texts one after the other, as RecordReader reads them. Numbers are groups of seven bits, the lowest
// first, all but the last with the eighth bit set (LEB128), so that small ones take one byte.
class RecordWriter {
 public:
  void number(std::uint64_t value);
  // A number that may be below zero: the distance of two others.
  void distance(std::uint64_t from, std::uint64_t to);
  void text(std::string_view value);

  std::string bytes;
};

// Reads them back; once something is cut off everything reads as zero or empty.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : m_bytes(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(m_bytes.front());
      m_bytes.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    fail();
    return 0;
  }
  // What lies a distance behind `from`.
  std::uint64_t distance(std::uint64_t from);
  // A number below `end`, else a failure.
  std::uint64_t below(std::uint64_t end);
  // A number of items that follow, each of at least one byte.
  std::size_t count();
  std::string text() { return std::string(view()); }
  std::string_view view();
  void fail();
  bool failed() const { return m_failed; }
  bool done() const { return m_bytes.empty(); }
  // What was not read yet; empty after a failure.
  std::string_view rest() const { return m_bytes; }

 private:
  std::string_view m_bytes;
  bool m_failed = false;
};

}  // namespace codelake
