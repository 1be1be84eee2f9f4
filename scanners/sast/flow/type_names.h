// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"

#include <optional>
#include <string_view>

namespace codelake::sast::flow {

// How a value gets into a place declared as the plain type of that name: Step::number where it can only be a number or an
// identifier made of digits, Step::comparison where only a truth value, or several of them; none for other types. Of all languages
// together.
std::optional<Step> step_into(std::string_view type);

// Whether a declared type does not say which class an object is of.
bool says_nothing(std::string_view type);

// Whether functions of one name and number of parameters are told apart by their types.
bool tells_overloads_by_type(std::string_view language);

// How well an argument fits a parameter by their types, either of them 0 when it is not known. What cannot be fits worst, and
// what is not known fits anything but the types that hold neither text nor bytes: data is mostly these.
int fit_of_types(syntax::Symbol argument, syntax::Symbol parameter);

}  // namespace codelake::sast::flow
