// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace codelake::sast::flow {

// What a call looks like whose callee is not known.
struct Called {
  std::string_view name;       // its last name
  std::string_view object;     // what stands before it
  bool has_receiver = false;
  std::size_t arguments = 0;
};

// Whether a field of that name says how long its object is.
bool counts(std::string_view language, std::string_view field);

// How arguments become part of the result where that holds no text: a number, or a truth value. Nothing for other calls.
std::optional<Step> step_into_result(std::string_view language, const Called& call);

}  // namespace codelake::sast::flow
