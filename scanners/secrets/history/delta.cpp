// SPDX-License-Identifier: Apache-2.0
// A delta is two sizes and then instructions: a byte with the high bit set copies, its other bits saying which bytes of
// offset (four) and size (three) follow; a byte 1–127 is followed by that many new bytes; 0 is reserved. Example, base
// "hello world": 0x90 0x06 copies "hello " (offset 0, size 6), 0x05 "there" adds five bytes: "hello there". Copies are at
// most 64 KiB as git writes them, so a long untouched stretch is many copies in a row; they are joined here.
#include "scanners/secrets/history/delta.h"

#include <array>
#include <bit>
#include <cstring>

namespace codelake::secrets::history {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

  bool done() const { return m_at == m_end; }
  std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
  unsigned byte() {
    if (m_at == m_end) {
      m_failed = true;
      return 0;
    }
    return static_cast<unsigned char>(*m_at++);
  }
  const char* take(std::size_t size) {
    const char* from = m_at;
    m_at += size;
    return from;
  }
  bool failed() const { return m_failed; }

  std::uint64_t size() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const unsigned byte = this->byte();
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return value;
    }
    m_failed = true;
    return 0;
  }

 private:
  const char* m_at;
  const char* m_end;
  bool m_failed = false;
};

struct Copy {
  std::size_t offset = 0;
  std::size_t size = 0;
};

// How many bytes a copy announces by each of its codes.
constexpr std::array<std::uint8_t, 128> k_announced = [] {
  std::array<std::uint8_t, 128> made{};
  for (std::size_t code = 0; code < made.size(); ++code) made[code] = static_cast<std::uint8_t>(std::popcount(code));
  return made;
}();

// Requires that the bytes `code` announces are there.
Copy read_copy(const char* at, unsigned code) {
  Copy copy;
  const auto next = [&at]() { return static_cast<std::size_t>(static_cast<unsigned char>(*at++)); };
  if ((code & 0x01U) != 0) copy.offset = next();
  if ((code & 0x02U) != 0) copy.offset |= next() << 8U;
  if ((code & 0x04U) != 0) copy.offset |= next() << 16U;
  if ((code & 0x08U) != 0) copy.offset |= next() << 24U;
  if ((code & 0x10U) != 0) copy.size = next();
  if ((code & 0x20U) != 0) copy.size |= next() << 8U;
  if ((code & 0x40U) != 0) copy.size |= next() << 16U;
  if (copy.size == 0) copy.size = 0x10000;
  return copy;
}

inline void add(std::vector<Stretch>& stretches, const Stretch& next) {
  if (!stretches.empty()) {
    Stretch& last = stretches.back();
    const bool goes_on = last.copied == next.copied && (!next.copied || last.source + last.size == next.source);
    if (goes_on) {
      last.size += next.size;
      return;
    }
  }
  stretches.push_back(next);
}

}  // namespace

std::optional<DeltaSizes> delta_sizes(std::string_view delta) {
  Reader reader(delta);
  DeltaSizes sizes;
  sizes.base = reader.size();
  sizes.result = reader.size();
  if (reader.failed()) return std::nullopt;
  return sizes;
}

bool apply_delta(std::string_view delta, std::string_view base, Buffer& result, std::vector<Stretch>& stretches) {
  stretches.clear();
  Reader reader(delta);
  const std::uint64_t base_size = reader.size();
  const std::uint64_t size = reader.size();
  if (reader.failed() || base_size != base.size()) return false;
  char* const out = result.reset(size);
  std::size_t filled = 0;
  while (!reader.done()) {
    const unsigned code = reader.byte();
    if ((code & 0x80U) != 0) {
      const std::size_t announced = k_announced[code & 0x7FU];
      if (announced > reader.left()) return false;
      const Copy copy = read_copy(reader.take(announced), code);
      if (copy.size > size - filled) return false;
      if (copy.offset > base.size() || copy.size > base.size() - copy.offset) return false;
      std::memcpy(out + filled, base.data() + copy.offset, copy.size);
      add(stretches, {filled, copy.size, copy.offset, true});
      filled += copy.size;
    } else {
      if (code == 0 || code > reader.left() || code > size - filled) return false;
      std::memcpy(out + filled, reader.take(code), code);
      add(stretches, {filled, code, 0, false});
      filled += code;
    }
  }
  return filled == size;
}

}  // namespace codelake::secrets::history
