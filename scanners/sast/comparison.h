// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::sast {

// The source text a metavariable stands for; nullopt when it is not bound.
using MetavariableText = std::function<std::optional<std::string>(std::string_view)>;

// Whether an expression of `metavariable-comparison` holds: numbers, strings, metavariables, + - * / %,
// comparisons, and, or, not, int(), str(), len(). False when a value is not known.
bool comparison_holds(std::string_view expression, const MetavariableText& text_of);

// Why the expression cannot be read; nullopt when it can.
std::optional<std::string> comparison_error(std::string_view expression);

}  // namespace codelake::sast
