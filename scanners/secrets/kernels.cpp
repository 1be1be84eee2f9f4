// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/kernels.h"

#include "scanners/secrets/all_kernels.h"

namespace codelake::secrets {

#if defined(__x86_64__)
const Kernels& kernels_avx2();
const Kernels& kernels_avx512();

namespace {

const Kernels& best_kernels() {
  const bool bits = __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  const bool wide = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
                    __builtin_cpu_supports("avx512vbmi2");
  if (bits && wide) return kernels_avx512();
  return bits && __builtin_cpu_supports("avx2") ? kernels_avx2() : k_kernels_here;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& best = best_kernels();
  return best;
}
#else
const Kernels& kernels() { return k_kernels_here; }
#endif

}  // namespace codelake::secrets
