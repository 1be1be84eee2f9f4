// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace codelake::sca {

// Appends numbers and texts one behind the other: a number as seven bits a byte, the lowest first; a text as
// its length and its bytes.
class PackedWriter {
 public:
  void number(std::uint64_t value) {
    for (; value > 0x7F; value >>= 7U) m_bytes += static_cast<char>(0x80U | (value & 0x7FU));
    m_bytes += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    m_bytes += value;
  }
  std::size_t size() const { return m_bytes.size(); }
  const std::string& bytes() const { return m_bytes; }
  std::string take() { return std::move(m_bytes); }

 private:
  std::string m_bytes;
};

// Reads them again from bytes that nobody vouches for: behind the end, and after anything odd, numbers are 0
// and texts empty, and intact() is false.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : m_bytes(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; m_place < m_bytes.size() && shift < 63; shift += 7) {
      const auto byte = static_cast<unsigned char>(m_bytes[m_place++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80U) return value;
    }
    return damaged();
  }
  // The count of things of which each takes at least a byte.
  std::uint64_t count() {
    const std::uint64_t value = number();
    return value <= m_bytes.size() - m_place ? value : damaged();
  }
  std::string_view text() {
    const std::uint64_t length = count();
    const std::string_view value = m_bytes.substr(m_place, length);
    m_place += value.size();
    return value;
  }
  std::size_t place() const { return m_place; }
  bool intact() const { return m_intact; }

 private:
  std::uint64_t damaged() {
    m_intact = false;
    m_place = m_bytes.size();
    return 0;
  }

  std::string_view m_bytes;
  std::size_t m_place = 0;
  bool m_intact = true;
};

}  // namespace codelake::sca
