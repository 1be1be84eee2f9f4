// SPDX-License-Identifier: Apache-2.0
// Each kind of byte is a row of bits, and what stands together is found by shifting the rows against each other. A
// quote, then any space, then a sign: adding the bit behind the quote to the bits of the space carries it to the end of
// the space, and what the sum changed is the space and the byte behind it. Example (the first byte stands left):
//
//   text         "ab"   + "
//   quote        1001000001
//   space        0000111010
//   sum          0000000110    changed: 0000111100, where the sign + is
#include "scanners/secrets/signs.h"

#include "scanners/secrets/kernels.h"

#include <array>
#include <bit>

namespace codelake::secrets {

namespace {

// Goes over the blocks of one text.
class Finder {
 public:
  explicit Finder(bool literals) : m_literals(literals) {}

  // `wanted`: the bytes of the block that are looked at.
  void add(std::size_t begin, const ByteSigns& signs, const ByteSigns& next, std::uint64_t wanted) {
    places(begin, wanted & runs(signs, next), found.runs);
    places(begin, wanted & signs.percent, found.percents);
    places(begin, wanted & signs.backslash & (signs.x_or_u >> 1U | next.x_or_u << 63U), found.backslashes);
    if (!m_literals) return;
    const std::uint64_t spaced = wanted & after_quotes(signs);
    places(begin, signs.plus & spaced, found.pluses);
    places(begin, signs.line_break & spaced, found.line_breaks);
  }

  Signs found;

 private:
  __extension__ using Bits = unsigned __int128;
  static constexpr unsigned k_last = 63;

  static void places(std::size_t begin, std::uint64_t bits, std::vector<std::size_t>& list) {
    for (; bits != 0; bits &= bits - 1) list.push_back(begin + static_cast<unsigned>(std::countr_zero(bits)));
  }

  // Where long runs of base64 begin.
  std::uint64_t runs(const ByteSigns& signs, const ByteSigns& next) {
    static_assert(k_encoded_run == 24);
    const std::uint64_t begins = signs.base64 & ~(signs.base64 << 1U | m_base64_before);
    m_base64_before = signs.base64 >> k_last;
    const Bits once = Bits{next.base64} << 64U | signs.base64;
    const Bits twice = once & once >> 1U;
    const Bits four = twice & twice >> 2U;
    const Bits eight = four & four >> 4U;
    return begins & static_cast<std::uint64_t>(eight & eight >> 8U & eight >> 16U);
  }

  // Space behind a quote, and the byte behind that.
  std::uint64_t after_quotes(const ByteSigns& signs) {
    const std::uint64_t first = signs.quote << 1U | m_quote_before;
    std::uint64_t sum = 0;
    // Space that goes on to the end of the block goes on in the next.
    const bool over = __builtin_add_overflow(first & signs.space, signs.space, &sum);
    m_quote_before = signs.quote >> k_last | (over ? 1U : 0U);
    return first | (sum ^ signs.space);
  }

  bool m_literals;
  std::uint64_t m_base64_before = 0;
  std::uint64_t m_quote_before = 0;
};

}  // namespace

Signs signs_of(std::string_view text, const Window& window, bool literals) {
  constexpr std::size_t blocks = 32;
  std::array<ByteSigns, blocks + 1> signs;
  Finder finder(literals);
  for (std::size_t at = window.begin; at < window.end; at += blocks * k_block_bytes) {
    const std::size_t count = std::min(blocks, (window.end - at + k_block_bytes - 1) / k_block_bytes);
    visit_blocks<0>(text, at, count + 1, [&](const char* bytes, std::size_t first, std::size_t some) {
      kernels().tell_signs(bytes, std::span(signs).subspan(first, some));
    });
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t begin = at + i * k_block_bytes;
      const std::size_t left = window.end - begin;
      finder.add(begin, signs[i], signs[i + 1], left < k_block_bytes ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0});
    }
  }
  return std::move(finder.found);
}

}  // namespace codelake::secrets
