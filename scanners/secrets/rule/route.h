// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/rule.h"

#include <cstddef>

namespace codelake::secrets {

// Characters that most tokens are made of throughout.
constexpr bool is_run_byte(unsigned char c) {
  return (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '+' || c == '~';
}

// So many of them in a row are a run: less is not worth a look.
constexpr std::size_t k_run_bytes = 16;
// A run that is worth a look even when no digit is in it.
constexpr std::size_t k_long_run_bytes = 30;

// Makes the route of a rule Route::token or Route::assigned, and sets what belongs to it, where every match of the
// rule is certain to stand at a place that the route looks at; else Route::automaton.
void set_route(Rule& rule);

}  // namespace codelake::secrets
