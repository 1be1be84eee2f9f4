// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace codelake::secrets::history {

// Bytes that are about to be written: unlike a string, making room for them does not write zeros first.
class Buffer {
 public:
  Buffer() = default;
  Buffer(Buffer&& other) noexcept
      : m_data(std::move(other.m_data)), m_size(std::exchange(other.m_size, 0)),
        m_capacity(std::exchange(other.m_capacity, 0)) {}
  Buffer& operator=(Buffer&& other) noexcept {
    m_data = std::move(other.m_data);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
    return *this;
  }

  // Room for `size` bytes of any content; what was there is lost.
  char* reset(std::size_t size) {
    if (size > m_capacity) {
      m_capacity = size + size / 8;  // the next version of a file is a little longer
      m_data = std::make_unique_for_overwrite<char[]>(m_capacity);
    }
    m_size = size;
    return m_data.get();
  }
  // Keeps the first `size` bytes.
  void cut(std::size_t size) { m_size = size; }

  std::string_view view() const { return {m_data.get(), m_size}; }
  std::size_t capacity() const { return m_capacity; }

 private:
  std::unique_ptr<char[]> m_data;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
};

}  // namespace codelake::secrets::history
