// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake::sast {

// What `metavariable-analysis` asks of a text.

// Whether it looks as if it were drawn by chance: much information, and much of it in each character.
bool looks_random(std::string_view text);

// Whether a regular expression may need exponential time on some text: a repetition within a repetition, followed by
// what can fail.
bool may_explode(std::string_view regex);

}  // namespace codelake::sast
