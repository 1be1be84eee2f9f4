// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/environment.h"
#include "scanners/sast/flow/graph.h"

#include <vector>

namespace codelake::sast::flow {

using Changes = std::vector<Environment::Change>;

// What differs between languages in how code runs.
struct Traits {
  bool falls_through = false;    // a switch case without break goes on in the next one
  bool fields_by_name = false;   // `f` alone may mean this.f
  bool assigns_locally = false;  // a function's assignment never reaches an outer variable
  bool implicit_return = false;  // the last expression is the result
  bool self_parameter = false;   // the first parameter of a method is the object
  bool calls_by_name = false;    // `a.b` may call b
};

// A statement that others may jump out of.
struct Target {
  bool loop = false;             // `continue` means this one
  syntax::Symbol label = 0;
  Environment::Checkpoint base = 0;
  std::vector<Changes> breaks;
  std::vector<Changes> continues;
};

// A statement that is asked for its value, and where its arms put it.
struct Valued {
  syntax::NodeId node = 0;
  Place place = 0;
};

// What one arm of a branch changed.
struct Arm {
  Changes changes;
  bool ended = false;  // no way leads out of its end
};

// The function being run.
struct Frame {
  std::uint32_t function = 0;
  std::uint32_t parent = 0;
  syntax::Symbol self_name = 0;
  Operand self;
  std::vector<ObjectId> parameter_objects;  // beside Function::parameters
  bool lexical = false;              // its assignments may reach outer variables
  std::vector<syntax::Symbol> references;  // parameters that stand for variables of the caller
  std::vector<syntax::Symbol> outer; // names that are said to be outer ones
  std::vector<Target> targets;
  std::vector<Valued> valued;
  std::vector<ValueId> catches;      // what is thrown flows into the last one
  std::vector<syntax::NodeId> later; // functions declared here, run at its end
};

}  // namespace codelake::sast::flow
