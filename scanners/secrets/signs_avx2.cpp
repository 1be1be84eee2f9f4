// SPDX-License-Identifier: Apache-2.0
#if defined(__AVX2__)
#include "scanners/secrets/signs_kernel.h"

namespace codelake::secrets {

void tell_signs_avx2(const char* block, std::span<ByteSigns> signs);

void tell_signs_avx2(const char* block, std::span<ByteSigns> signs) {
  tell_signs_here(block, signs);
}

}  // namespace codelake::secrets
#endif
