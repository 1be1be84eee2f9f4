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
  std::string_view rest() const { return {m_at, static_cast<std::size_t>(m_end - m_at)}; }
  unsigned byte() {
    if (m_at == m_end) {
      m_failed = true;
      return 0;
    }
    return static_cast<unsigned char>(*m_at++);
  }
  void skip(std::size_t size) { m_at += size; }
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

// Requires that the bytes `code` announces are there. Which these are cannot be foretold: each is read or not without a
// branch.
Copy read_copy(std::string_view from, unsigned code) {
  constexpr unsigned offset_bytes = 4;
  std::array<unsigned char, 8> announced{};
  if (from.size() >= announced.size()) {
    std::memcpy(announced.data(), from.data(), announced.size());
  } else {
    from.copy(reinterpret_cast<char*>(announced.data()), from.size());
  }
  std::uint64_t value = 0;
  unsigned used = 0;
  for (unsigned place = 0; place < 7; ++place) {
    const unsigned there = code >> place & 1U;
    value |= (std::uint64_t{announced[used]} & (0 - std::uint64_t{there})) << place * 8;
    used += there;
  }
  const std::uint64_t size = value >> offset_bytes * 8;
  return {value & 0xFFFF'FFFF, size == 0 ? 0x10000 : size};
}

inline void add(std::vector<Stretch>& stretches, const Stretch& next) {
  const bool copied = next.copied && next.size >= k_copied_min;
  if (!stretches.empty()) {
    Stretch& last = stretches.back();
    const bool goes_on = last.copied ? next.copied && last.source + last.size == next.source : !copied;
    if (goes_on) {
      last.size += next.size;
      return;
    }
  }
  stretches.push_back({next.begin, next.size, next.source, copied});
}

// Most pieces are short: where there is room, as many bytes as any of these has are copied each time.
inline void put(char* out, std::size_t room, std::string_view from, std::size_t size) {
  constexpr std::size_t at_once = 64;
  if (size <= at_once && room >= at_once && from.size() >= at_once) {
    std::memcpy(out, from.data(), at_once);
  } else {
    std::memcpy(out, from.data(), size);
  }
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
    Stretch next{filled, code, 0, (code & 0x80U) != 0};
    std::string_view from = reader.rest();
    if (next.copied) {
      const std::size_t announced = k_announced[code & 0x7FU];
      if (announced > from.size()) return false;
      const Copy copy = read_copy(from, code);
      if (copy.offset > base.size() || copy.size > base.size() - copy.offset) return false;
      next.size = copy.size;
      next.source = copy.offset;
      from = base.substr(copy.offset);
      reader.skip(announced);
    } else {
      if (code == 0 || code > from.size()) return false;
      reader.skip(code);
    }
    if (next.size > size - filled) return false;
    put(out + filled, size - filled, from, next.size);
    add(stretches, next);
    filled += next.size;
  }
  return filled == size;
}

}  // namespace codelake::secrets::history
