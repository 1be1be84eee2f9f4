// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/line_index.h"
#include "core/location.h"

namespace codelake::sast {

// Whether the authors told another security tool, in a comment beside the code, that they have looked at it:
// `// nolint:gosec`, `# nosec`, `NOSONAR`. Such code is not taken for right, but for a decision somebody made.
bool is_marked_reviewed(const LineIndex& lines, const Range& range);

}  // namespace codelake::sast
