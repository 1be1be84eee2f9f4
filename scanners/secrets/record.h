// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake::secrets {

// Writes numbers and texts one after the other, as RecordReader reads them.
class RecordWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);

  std::string bytes;
};

// Reads them back; once something is cut off everything reads as zero or empty.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : m_bytes(bytes) {}

  std::uint64_t number();
  // A number of items that follow, each of at least one byte.
  std::size_t count();
  std::string text() { return std::string(view()); }
  std::string_view view();
  bool failed() const { return m_failed; }
  bool done() const { return m_bytes.empty(); }

 private:
  std::string_view m_bytes;
  bool m_failed = false;
};

}  // namespace codelake::secrets
