// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/license.h"

#include <optional>
#include <string_view>

namespace codelake::sca {

// Whether a file of that path holds a licence, by its name: LICENSE, LICENCE, COPYING, UNLICENSE, NOTICE, COPYRIGHT with
// what may stand before and after ("MIT-LICENSE.txt", "LICENSE-APACHE"), or any text in a folder LICENSES.
bool is_license_file(std::string_view path);

// Whether such a file holds a licence for certain; a notice or copyright file need not.
bool must_hold_license(std::string_view path);

// The licences whose texts stand in `text`, all of which then hold; std::nullopt when none is recognised. The first
// 512 KiB are read; time is linear in them.
std::optional<LicenseExpression> identify_license(std::string_view text);

// The expression of the first "SPDX-License-Identifier:" in the first 4 KiB of a source file.
std::optional<LicenseExpression> license_tag(std::string_view text);

}  // namespace codelake::sca
