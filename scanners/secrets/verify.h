// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <string_view>

namespace codelake::secrets {

// What can be said of a secret without a network, by the verifier of that name (rule key `verify`, see
// verifiers/verifier.h); `plausible` when the name is empty. Requires is_check(check) or an empty name.
Verification verify(std::string_view check, std::string_view secret);

bool is_check(std::string_view check);

}  // namespace codelake::secrets
