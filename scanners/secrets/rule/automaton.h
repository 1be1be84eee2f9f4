// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/multi_pattern.h"
#include "core/regex.h"
#include "core/result.h"
#include "scanners/secrets/rule/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// `pattern` with its last repetition cut to the fewest times it must occur: every match of `pattern` begins
// with a match of this, which ends earlier and is reported once instead of once for each length.
std::string shortest(std::string_view pattern);

// What the automaton looks for, for rules of Route::automaton; the id of an expression is the index of its rule.
std::vector<MultiPattern::Expression> expressions(const std::vector<Rule>& rules);

// The exact expression of a rule, for captures. Group `secret_group` holds the secret.
struct Confirmation {
  Regex regex;
  std::size_t secret_group = 0;
};
Result<Confirmation> confirmation(const Rule& rule);

// Checks the rules as a set (patterns compile, ids are unique) and sets every `window` that is not given,
// every `lead` and every route.
Result<void> prepare(std::vector<Rule>& rules);

}  // namespace codelake::secrets
