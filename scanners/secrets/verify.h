// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <string_view>

namespace codelake::secrets {

// What can be said of a secret without a network: `verified` when a checksum or signature structure of its
// kind is right, `failed` when it is wrong or the value is a published sample, `plausible` when there is
// nothing to check. `check` names the check (rule key `verify`); requires is_check(check) or an empty name.
Verification verify(std::string_view check, std::string_view secret);

bool is_check(std::string_view check);

}  // namespace codelake::secrets
