// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"

namespace codelake::sast {

// Whether a match is code that runs only when somebody asked for less safety: behind a condition that speaks of it
// (`if options.skip_verify`, `insecure ? … : …`, `case "self-signed":`) or of a developer's machine, or in a function or class that is named so; or in
// a function that its own file calls in such places only. Whether that option is set is not in the code.
bool is_behind_option(const FileView& view, const Match& match);

}  // namespace codelake::sast
