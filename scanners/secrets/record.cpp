// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/record.h"

#include <cstddef>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_number_bytes = 8;

}  // namespace

void RecordWriter::number(std::uint64_t value) {
  for (std::size_t i = 0; i < k_number_bytes; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes += value;
}

std::uint64_t RecordReader::number() {
  if (m_bytes.size() < k_number_bytes) {
    m_failed = true;
    m_bytes = {};
    return 0;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < k_number_bytes; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_bytes[i])) << (8 * i);
  }
  m_bytes.remove_prefix(k_number_bytes);
  return value;
}

std::size_t RecordReader::count() {
  const std::uint64_t value = number();
  if (value <= m_bytes.size()) return static_cast<std::size_t>(value);
  m_failed = true;
  m_bytes = {};
  return 0;
}

std::string_view RecordReader::view() {
  const std::size_t size = count();
  const std::string_view value = m_bytes.substr(0, size);
  m_bytes.remove_prefix(value.size());
  return value;
}

}  // namespace codelake::secrets
