// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"

#include <optional>
#include <string_view>

namespace codelake::sast::flow {

// How a value gets into a place declared as the plain type of that name: Step::number where it can only be a number or an
// identifier made of digits, Step::comparison where only a truth value; none for other types. Of all languages together.
std::optional<Step> step_into(std::string_view type);

// Whether a declared type does not say which class an object is of.
bool says_nothing(std::string_view type);

}  // namespace codelake::sast::flow
