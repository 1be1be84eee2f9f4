// SPDX-License-Identifier: Apache-2.0
#if defined(__AVX512VBMI2__)
#include "scanners/secrets/all_kernels.h"

namespace codelake::secrets {

const Kernels& kernels_avx512();
const Kernels& kernels_avx512() { return k_kernels_here; }

}  // namespace codelake::secrets
#endif
