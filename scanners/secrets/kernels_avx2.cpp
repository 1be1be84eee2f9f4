// SPDX-License-Identifier: Apache-2.0
#if defined(__AVX2__)
#include "scanners/secrets/all_kernels.h"

namespace codelake::secrets {

const Kernels& kernels_avx2();
const Kernels& kernels_avx2() { return k_kernels_here; }

}  // namespace codelake::secrets
#endif
