// SPDX-License-Identifier: Apache-2.0
#include "core/record.h"

namespace codelake {

void RecordWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>(0x80U | (value & 0x7FU));
  bytes += static_cast<char>(value);
}

// The sign is the lowest bit, so that small distances stay short in both directions.
void RecordWriter::distance(std::uint64_t from, std::uint64_t to) {
  number(to >= from ? (to - from) << 1U : ((from - to) << 1U) - 1U);
}

void RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes += value;
}

std::uint64_t RecordReader::distance(std::uint64_t from) {
  const std::uint64_t value = number();
  return (value & 1U) == 0 ? from + (value >> 1U) : from - ((value + 1U) >> 1U);
}

std::uint64_t RecordReader::below(std::uint64_t end) {
  const std::uint64_t value = number();
  if (value < end) return value;
  fail();
  return 0;
}

std::size_t RecordReader::count() {
  const std::uint64_t value = number();
  if (value <= m_bytes.size()) return static_cast<std::size_t>(value);
  fail();
  return 0;
}

std::string_view RecordReader::view() {
  const std::size_t size = count();
  const std::string_view value = m_bytes.substr(0, size);
  m_bytes.remove_prefix(value.size());
  return value;
}

void RecordReader::fail() {
  m_failed = true;
  m_bytes = {};
}

}  // namespace codelake
