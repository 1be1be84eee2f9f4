// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"

namespace codelake::sast {

// Whether a match is code that only an administrator reaches, as far as its own file tells: by a decorator, annotation, base class or
// handler before it (`@admin_required`, `@PreAuthorize("hasRole('ADMIN')")`, `router.get(path, requireAdmin, …)`), by a parameter that
// has one given (`Depends(get_admin_user)`), or behind a condition that turns all others away, or
// in a function that its own file calls from such places only.
bool is_for_administrators(const FileView& view, const Match& match);

}  // namespace codelake::sast
