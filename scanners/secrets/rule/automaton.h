// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/multi_pattern.h"
#include "core/regex.h"
#include "core/result.h"
#include "scanners/secrets/rule/rule.h"
#include "scanners/secrets/rule/tails.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// `pattern` with its last repetition cut to the fewest times it must occur: every match of `pattern` begins
// with a match of this, which ends earlier and is reported once instead of once for each length.
std::string shortest(std::string_view pattern);

// The tails of the rules of Route::marked; a rule's number is its index.
Tails tails_of(const std::vector<Rule>& rules);

// What the automaton looks for: the rules of Route::automaton, by index, and the marks of `tails`, whose ids go on
// where those of the rules end.
std::vector<MultiPattern::Expression> expressions(const std::vector<Rule>& rules, const Tails& tails);

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
