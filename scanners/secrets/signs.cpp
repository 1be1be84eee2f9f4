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

#include <bit>

namespace codelake::secrets {

namespace {

// Goes over the blocks of one text.
class Finder {
 public:
  explicit Finder(Joints joints) : m_joints(joints) {}

  // Looks at the bytes from `begin` on, whose blocks behind the first row are told.
  void add(std::size_t begin, std::size_t bytes) {
    const std::size_t blocks = (bytes + k_block_bytes - 1) / k_block_bytes;
    kernels().find_signs(signs, blocks, m_encoded);
    for (std::size_t i = 0; i < blocks; ++i) {
      const std::size_t left = bytes - i * k_block_bytes;
      block(begin + i * k_block_bytes, 1 + i, left < k_block_bytes ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0});
    }
    signs.base64[0] = signs.base64[blocks];
  }

  SignRows signs;
  Signs found;

 private:
  static constexpr unsigned k_last = 63;

  // `wanted`: the bytes of the block that are looked at.
  void block(std::size_t begin, std::size_t row, std::uint64_t wanted) {
    const std::uint64_t runs = wanted & m_encoded.runs[row];
    const std::uint64_t percents = wanted & signs.percent[row];
    const std::uint64_t backslashes = wanted & m_encoded.backslashes[row];
    if ((runs | percents | backslashes) != 0) {
      places(begin, runs, found.runs);
      places(begin, percents, found.percents);
      places(begin, backslashes, found.backslashes);
    }
    if (m_joints == Joints::none) return;
    const std::uint64_t spaced = wanted & after_quotes(row);
    places(begin, signs.plus[row] & spaced, found.pluses);
    if (m_joints == Joints::plus_or_line) places(begin, signs.line_break[row] & spaced, found.line_breaks);
  }

  static void places(std::size_t begin, std::uint64_t bits, std::vector<std::size_t>& list) {
    for (; bits != 0; bits &= bits - 1) list.push_back(begin + static_cast<unsigned>(std::countr_zero(bits)));
  }

  // Space behind a quote, and the byte behind that.
  std::uint64_t after_quotes(std::size_t row) {
    const std::uint64_t quote = signs.quote[row];
    const std::uint64_t space = signs.space[row];
    const std::uint64_t first = quote << 1U | m_quote_before;
    std::uint64_t sum = 0;
    // Space that goes on to the end of the block goes on in the next.
    const bool over = __builtin_add_overflow(first & space, space, &sum);
    m_quote_before = quote >> k_last | (over ? 1U : 0U);
    return first | (sum ^ space);
  }

  Joints m_joints;
  EncodedRows m_encoded;
  std::uint64_t m_quote_before = 0;
};

}  // namespace

Signs signs_of(std::string_view text, const Window& window, Joints joints) {
  Finder finder(joints);
  for (std::size_t at = window.begin; at < window.end; at += k_chunk_bytes) {
    const std::size_t bytes = std::min(k_chunk_bytes, window.end - at);
    const std::size_t blocks = (bytes + k_block_bytes - 1) / k_block_bytes;
    visit_blocks<0>(text, at, blocks + 1, [&](const char* begin, std::size_t first, std::size_t count) {
      kernels().tell_signs(begin, count, 1 + first, finder.signs);
    });
    finder.add(at, bytes);
  }
  return std::move(finder.found);
}

}  // namespace codelake::secrets
