// SPDX-License-Identifier: Apache-2.0
// Many bytes are compared at once with the bounds of every range of characters, and the outcome becomes one
// bit for each (runs_kernel.h, built for each instruction set). Example: "key = a1b2" gives 1110001111 for
// runs, and 0000000101 for digits.
#include "scanners/secrets/runs.h"

#include "scanners/secrets/runs_kernel.h"

#include <array>

namespace codelake::secrets {

#if defined(__x86_64__)
void tell_kinds_avx2(const char* block, std::span<ByteKinds> kinds);
#endif

namespace {

using Kernel = void (*)(const char*, std::span<ByteKinds>);

Kernel kernel() {
#if defined(__x86_64__)
  static const Kernel best = __builtin_cpu_supports("avx2") ? tell_kinds_avx2 : tell_kinds_here;
  return best;
#else
  return tell_kinds_here;
#endif
}

}  // namespace

void tell_kinds(std::string_view text, std::size_t begin, std::span<ByteKinds> kinds) {
  const std::size_t left = text.size() - std::min(begin, text.size());
  const std::size_t whole = std::min(left / k_block_bytes, kinds.size());
  kernel()(text.data() + begin, kinds.first(whole));
  if (whole == kinds.size()) return;
  std::array<char, k_block_bytes> rest{};
  text.copy(rest.data(), rest.size(), std::min(begin + whole * k_block_bytes, text.size()));
  tell_kinds_here(rest.data(), kinds.subspan(whole, 1));
  for (ByteKinds& kind : kinds.subspan(whole + 1)) kind = {};
}

}  // namespace codelake::secrets
