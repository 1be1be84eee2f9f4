// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/environment.h"
#include "scanners/sast/flow/graph.h"
#include "scanners/sast/flow/guard_names.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// What is known of a place when a condition holds. A value.
struct Check {
  Step step = Step::checked;     // or host_checked, part_checked
  std::vector<std::pair<Operand, syntax::NodeId>> equals = {};  // it is one of these, or of their elements
  ConstantId constant = 0;       // it is this
  Place place = 0;
  Operand held = {};             // what the place held when it was asked; a check says nothing of later values
};

// What a condition says when it holds and when it does not.
struct Conditions {
  std::vector<Check> yes;
  std::vector<Check> no;
};

// A call that asks something.
struct Asked {
  syntax::NodeId object = 0;
  std::vector<syntax::NodeId> arguments;
};

// A text that is held against a regular expression; pattern 0: not known which.
struct Matching {
  syntax::NodeId text = 0;
  syntax::NodeId pattern = 0;
  bool all_of_it = false;
  bool begins = false;  // at least from its beginning
};

// How much of what a place holds an expression gives.
enum class Extent : std::uint8_t { whole, host, part };

// A variable that holds the parts of an address, or one part of it, and the place of the whole.
struct View {
  Operand held;
  Place of = 0;
  Operand whole = {};             // what that place held then
  Extent extent = Extent::whole;  // which part; whole: all of them
};

}  // namespace codelake::sast::flow
