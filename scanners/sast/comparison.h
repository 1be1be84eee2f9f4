// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::sast {

// What an expression of `metavariable-comparison` may ask for.
struct ComparisonInput {
  // The source text a metavariable stands for; nullopt when it is not bound.
  std::function<std::optional<std::string>(std::string_view)> text_of;
  bool strip = false;  // texts that hold a number are the number
  int base = 0;        // of numbers without a prefix; 0: ten
};

// Whether an expression holds: numbers, strings, lists, metavariables, + - * / % ** & | ^ ~, comparisons, in, and, or,
// not, int(), float(), str(), len(), lower(), upper(), re.match(), strptime(). False when a value is not known;
// today() is none, since a scan must give the same on any day.
bool comparison_holds(std::string_view expression, const ComparisonInput& input);

// Why the expression cannot be read; nullopt when it can.
std::optional<std::string> comparison_error(std::string_view expression);

}  // namespace codelake::sast
