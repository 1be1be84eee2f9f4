// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/source_file.h"
#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"

namespace codelake::sast {

// The finding a match makes. `view` is null when the file has no tree. The caller sets what the configuration
// changes.
Finding make_finding(const Rule& rule, const Match& match, const SourceFile& file, const FileView* view);

}  // namespace codelake::sast
