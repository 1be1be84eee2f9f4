// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/hash_kernel.h"
#include "scanners/secrets/kernels.h"
#include "scanners/secrets/mark_kernel.h"
#include "scanners/secrets/runs_kernel.h"
#include "scanners/secrets/signs_kernel.h"

// Included once for each instruction set: everything in it is the including file's own.
namespace codelake::secrets {
namespace {

constexpr Kernels k_kernels_here = {tell_kinds_here, find_runs_here,  name_begins_here, tell_signs_here,
                                    find_signs_here, find_marks_here, hash_here};

}  // namespace
}  // namespace codelake::secrets
