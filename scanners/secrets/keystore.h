// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/rule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// The rules for files that are secret as a whole, known by their first bytes; sorted by id.
const std::vector<Rule>& keystore_rules();

// The rule for the file of these bytes; null when it holds no private key, or none that can be told without a password.
// A store of certificates alone is no secret. Looks at a bounded number of entries and tries a few passwords.
const Rule* keystore_rule(std::string_view bytes);

}  // namespace codelake::secrets
