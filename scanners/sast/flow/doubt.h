// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"
#include "scanners/sast/flow/project.h"

namespace codelake::sast::flow {

// How much about a way from a source to a sink is guessed rather than known, in no unit but this one: 0 is a copy of a value.
using Doubt = unsigned;

// A way of more doubt than this is not to be relied on: its findings are lowered.
constexpr Doubt k_doubt_max = 8;

// Of a step within a function.
Doubt doubt_of(Step step);

// Of a call that the way enters or comes back from; `far`: into another file.
Doubt doubt_of(const Callees& callees, bool far);

}  // namespace codelake::sast::flow
