// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets {

// The expression of a name that is given a value, and where in it the value begins.
struct Assignment {
  std::string pattern;
  std::size_t value_at = 0;
};

// The expression of a value that stands in the assignment to a name: the name holds `keyword` (an expression,
// letter case ignored), then one of `nouns` (likewise; empty: the keyword says enough). `value` becomes the
// group `secret`. Covers assignments of programming languages, configuration, JSON, XML, headers, arguments
// of a call and quotes that are escaped.
Assignment assignment(std::string_view keyword, std::string_view nouns, std::string_view value);

// How the expression begins: the part that a fast search can look for.
std::string assignment_anchor(std::string_view keyword);

// From the beginning of a name to its value no more bytes are looked at.
constexpr std::size_t k_name_reach_max = 400;

// Whether the name of an assignment is made of what names are usually made of: `pattern` is one, its value begins at
// `value_at`.
bool has_plain_name(std::string_view pattern, std::size_t value_at);

// Where, at the earliest, the name begins whose value begins at `at`, by what stands before it; std::nullopt: no value of
// an assignment begins there. Of plain names none begins earlier. What stands before `floor` is not looked at.
std::optional<std::size_t> name_of_value(std::string_view text, std::size_t at, std::size_t floor);

// What a name says when its value is secret.
inline constexpr std::string_view k_secret_nouns =
    "key|token|secret|passw|pwd|auth|cred|api|access|jwt|pat(?![a-z])|webhook";

}  // namespace codelake::secrets
