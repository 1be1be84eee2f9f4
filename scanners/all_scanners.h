// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"

#include <string_view>

namespace codelake {

// A scanner that can be made. Making one reads its rules, so only those that are asked for should be.
struct ScannerMaker {
  std::string_view name;  // of its folder, and what Scanner::name gives
  Result<std::unique_ptr<Scanner>> (*make)(const ScannerOptions& options) = nullptr;
};

// One of each kind, in alphabetical order of their folders; the list is generated from scanners/*/scanner.cpp.
std::vector<ScannerMaker> all_scanners();

}  // namespace codelake
