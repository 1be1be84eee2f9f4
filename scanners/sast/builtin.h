// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.h"
#include "scanners/sast/rule.h"

#include <span>
#include <vector>

namespace codelake::sast {

// The rules among the files, with their examples taken from the example files beside them ("x.yaml" and
// "x.py").
Result<std::vector<Rule>> builtin_rules(std::span<const EmbeddedFile> files);

}  // namespace codelake::sast
