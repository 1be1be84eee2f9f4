// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/clues.h"

#include <array>
#include <string>

namespace codelake::secrets {

// What a value is taken for: something a person may have chosen, or something a machine made.
enum class Story { password, token };

// Weights fitted by bench/secrets_fit.py; the sum of clues times weights is the logarithm of the odds.
extern const std::array<double, k_clues> k_password_weights;
extern const std::array<double, k_clues> k_token_weights;

// How likely a value with these clues is a secret: 0 to 1.
double likelihood_of(const Clues& clues, Story story);

// The two clues that speak loudest for a secret, in words: "its letters …, and it is assigned"; empty without
// any.
std::string reasons_of(const Clues& clues, Story story);

}  // namespace codelake::secrets
