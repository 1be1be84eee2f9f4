// SPDX-License-Identifier: Apache-2.0
// Many bytes are compared at once with the bounds of every range of characters, and the outcome becomes one
// bit for each (runs_kernel.h, built for each instruction set in kernels.h). Example: "key = a1b2" gives 1110001111 for
// runs, and 0000000101 for digits. Runs are then found by shifting the rows of several blocks at once against each other.
#include "scanners/secrets/runs.h"

namespace codelake::secrets {

void Runs::look_back(char before) {
  constexpr std::uint64_t last = std::uint64_t{1} << (k_block_bytes - 1);
  m_kinds.run[0] = is_run_byte(static_cast<unsigned char>(before)) ? last : 0;
  m_kinds.word[0] = is_word_byte(before) ? last : 0;
}

void Runs::find(std::size_t begin, std::size_t bytes) {
  const std::size_t blocks = (bytes + k_block_bytes - 1) / k_block_bytes;
  visit_blocks<0>(m_text, begin, blocks + 1, [&](const char* at, std::size_t first, std::size_t count) {
    kernels().tell_kinds(at, count, 1 + first, m_kinds);
  });
  kernels().find_runs(m_kinds, bytes, m_places);
  m_kinds.run[0] = m_kinds.run[blocks];
  m_kinds.word[0] = m_kinds.word[blocks];
}

std::uint64_t name_begins(std::string_view text, std::size_t at) {
  if (at > 0 && text.size() - at >= k_block_bytes) return kernels().name_begins(text.data() + at);
  std::array<char, 1 + k_block_bytes> around{};
  text.copy(around.data() + (at > 0 ? 0 : 1), k_block_bytes + (at > 0 ? 1 : 0), at > 0 ? at - 1 : 0);
  return kernels().name_begins(around.data() + 1);
}

}  // namespace codelake::secrets
