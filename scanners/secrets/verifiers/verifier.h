// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// An offline check of one family of secrets. `check` takes the value of a match: any bytes, at most as many
// as a match can have; time and memory grow at most linearly with it. It gives `verified` when something that
// only the issuer's own algorithm would get right is right (checksum, signature, key arithmetic), `failed`
// when it is wrong or the form is broken, `plausible` when the form is right and nothing more can be said.
// Pure; called from any thread.
struct Verifier {
  std::string_view name;  // as in the key `verify` of a rule
  Verification (*check)(std::string_view secret) = nullptr;
};

// One of each family, in alphabetical order of their folders; the list is generated from
// verifiers/*/verifier.cpp.
std::vector<Verifier> all_verifiers();

// What several families say of their checks: a checksum, or a form without one.
Verification checksum_is(bool right);
Verification form_is(bool right);

// The text after the first `c`; all of it when there is none.
std::string_view after_first(std::string_view text, char c);

std::string lower_case(std::string_view text);

// Whether the last eight characters are the CRC-32 of `body` in hex, in either case.
bool ends_with_crc32(std::string_view text, std::string_view body);

bool is_made_of(std::string_view text, std::string_view alphabet);

// The number that 1 to 19 decimal digits stand for; 0 for anything else.
std::uint64_t number_of(std::string_view digits);

}  // namespace codelake::secrets
