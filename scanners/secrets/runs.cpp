// SPDX-License-Identifier: Apache-2.0
// Many bytes are compared at once with the bounds of every range of characters, and the outcome becomes one
// bit for each (runs_kernel.h, built for each instruction set in kernels.h). Example: "key = a1b2" gives 1110001111 for
// runs, and 0000000101 for digits.
#include "scanners/secrets/runs.h"

#include "scanners/secrets/kernels.h"

#include <array>

namespace codelake::secrets {

void tell_kinds(std::string_view text, std::size_t begin, std::span<ByteKinds> kinds) {
  tell_blocks<0>(text, begin, kinds, kernels().tell_kinds);
}

std::uint64_t name_begins(std::string_view text, std::size_t at) {
  if (at > 0 && text.size() - at >= k_block_bytes) return kernels().name_begins(text.data() + at);
  std::array<char, 1 + k_block_bytes> around{};
  text.copy(around.data() + (at > 0 ? 0 : 1), k_block_bytes + (at > 0 ? 1 : 0), at > 0 ? at - 1 : 0);
  return kernels().name_begins(around.data() + 1);
}

}  // namespace codelake::secrets
