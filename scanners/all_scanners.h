// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"

namespace codelake {

// One of each kind, in alphabetical order of their folders; the list is generated from scanners/*/scanner.cpp.
std::vector<Result<std::unique_ptr<Scanner>>> all_scanners(const ScannerOptions& options);

}  // namespace codelake
