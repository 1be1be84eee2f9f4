// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/multi_pattern.h"
#include "core/regex.h"
#include "core/result.h"
#include "scanners/secrets/rule/rule.h"
#include "scanners/secrets/rule/tails.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// `pattern` with its last repetition cut to the fewest times it must occur: every match of `pattern` begins
// with a match of this, which ends earlier and is reported once instead of once for each length.
std::string shortest(std::string_view pattern);

// The tails of the rules of Route::marked; a rule's number is its index.
Tails tails_of(const std::vector<Rule>& rules);

// What the automaton looks for: the rules of Route::automaton, by index.
std::vector<MultiPattern::Expression> expressions(const std::vector<Rule>& rules);

// An exact expression, for captures; the groups of a match that hold the secret and the name it is given to.
class Exact {
 public:
  explicit Exact(Regex expression) : regex(std::move(expression)) {}

  Regex regex;
  std::size_t secret_group = 0;
  std::size_t name_group = 0;

  const RegexMatch::Group& secret_of(const RegexMatch& match) const { return group_of(match, secret_group); }
  // Where what matters of a match begins: at its name, if it has one.
  std::size_t begin_of(const RegexMatch& match) const { return group_of(match, name_group).begin; }

 private:
  static const RegexMatch::Group& group_of(const RegexMatch& match, std::size_t group) {
    const bool captured = group < match.groups.size() && match.groups[group].matched;
    return match.groups[captured ? group : 0];
  }
};

// The exact expressions of a rule: of a match, and of what follows its secret.
struct Confirmation {
  Exact first;
  std::optional<Exact> next;
};
Result<Confirmation> confirmation(const Rule& rule);

// Checks the rules as a set (patterns compile, ids are unique) and sets every `window` that is not given,
// every `lead` and every route.
Result<void> prepare(std::vector<Rule>& rules);

}  // namespace codelake::secrets
