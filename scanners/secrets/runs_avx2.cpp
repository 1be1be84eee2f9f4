// SPDX-License-Identifier: Apache-2.0
#if defined(__AVX2__)
#include "scanners/secrets/runs_kernel.h"

namespace codelake::secrets {

void tell_kinds_avx2(const char* block, std::span<ByteKinds> kinds);
std::uint64_t name_begins_avx2(const char* block);

void tell_kinds_avx2(const char* block, std::span<ByteKinds> kinds) {
  tell_kinds_here(block, kinds);
}

std::uint64_t name_begins_avx2(const char* block) { return name_begins_here(block); }

}  // namespace codelake::secrets
#endif
