// SPDX-License-Identifier: Apache-2.0
#if defined(__AVX2__)
#include "scanners/secrets/mark_kernel.h"

namespace codelake::secrets {

std::size_t find_marks_avx2(const char* text, std::size_t blocks, const MarkTables& tables, std::uint32_t* places);

std::size_t find_marks_avx2(const char* text, std::size_t blocks, const MarkTables& tables, std::uint32_t* places) {
  return find_marks_here(text, blocks, tables, places);
}

}  // namespace codelake::secrets
#endif
