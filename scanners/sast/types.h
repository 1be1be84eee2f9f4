// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"

#include <string_view>

namespace codelake::sast {

// Whether a type written in a rule and one written in code are the same as far as a file tells: `List` stands for
// `List<String>`, and `java.io.File` for an imported `File`; a pointer is another type.
bool same_type(std::string_view wanted, std::string_view found);

// Whether an expression has a type, as far as the file tells.
bool has_type(const FileView& file, syntax::NodeId code, std::string_view type);

}  // namespace codelake::sast
