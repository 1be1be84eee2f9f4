// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"
#include "scanners/sast/flow/project.h"

namespace codelake::sast::flow {

// How much about a way from a source to a sink is guessed rather than known, in no unit but this one: 0 is a copy of a value.
using Doubt = unsigned;

// A way of more doubt than this is not to be relied on: its findings are lowered.
constexpr Doubt k_doubt_max = 6;

// A way of more doubt than this is not followed further: it says no more than that all code hangs together.
constexpr Doubt k_doubt_followed_max = 24;

// Of a step within a function.
Doubt doubt_of(Step step);

// The label of an edge into what a method of an object of unknown class gives for an argument: most choose, few pass it on.
syntax::Symbol chosen_label();

// Of a part that is taken out of what the step gives, beside its own: a function of unknown code that was handed a text made an object
// whose parts need not hold it.
Doubt doubt_of_part(const Edge& edge);

// Of what a function of known code gives, beside the call's: one that is called for cleaning values probably does.
Doubt doubt_of_result(const Function& function);

// Whether an object is the same behind a step, or one that it holds.
bool keeps_object(Step step);

// Whether the label of a part is a place in a list.
bool is_position(syntax::Symbol label);

// Of a call that the way enters or comes back from; `far`: into another file.
Doubt doubt_of(const Callees& callees, bool far);

}  // namespace codelake::sast::flow
