// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "scanners/sast/flow/modules.h"

#include <vector>

namespace codelake::sast {

// The folders of a project that are imported by a name of their own, by path: what their go.mod (`module example.com/shop`)
// or package.json ("name") says. Files that cannot be read say nothing.
std::vector<flow::ModuleRoot> module_roots(const std::vector<FileInfo>& files, const ReadFile& read);

}  // namespace codelake::sast
