// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/doubt.h"
#include "scanners/sast/flow/project.h"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace codelake::sast::flow {

// A set of labels that taint can carry, as bits.
using Labels = std::uint32_t;

// Whether a requirement holds for the labels that meet at a place; empty: always.
using Requirement = std::function<bool(Labels)>;

struct Source {
  ValueRef at;
  unsigned label = 0;  // the number of its bit
  Requirement requires_labels;  // of what already flows into `required_at`
  ValueRef required_at = {};
};

// What must hold at other places for a sink to count.
struct Condition {
  std::vector<ValueRef> at;
  Requirement requires_labels;  // of what flows into any of them
};

struct Sink {
  ValueRef at;
  Requirement requires_labels;
  std::vector<Condition> also = {};
};

// What one rule asks of a project.
struct Question {
  std::vector<Source> sources;
  std::vector<Sink> sinks;
  std::unordered_set<std::uint64_t> sanitized;                              // ValueRef::key
  std::unordered_map<std::uint64_t, std::vector<ValueId>> propagators;      // from a ValueRef::key, in the same file
  std::uint32_t steps = 0xFFFFFFFF;                                         // 1 << Step of those that carry taint
};

// A way from a source to a sink.
struct Flow {
  std::size_t source = 0;        // in Question::sources
  std::size_t sink = 0;          // in Question::sinks
  ValueRef root;                 // the last place of the way in the function that all of it happens under
  std::vector<ValueRef> trace;   // from the source to the sink
  Doubt doubt = 0;               // of its steps together
  bool kept = false;             // it goes through what outlives a function: an object's state, a field of a class, a variable outside
};

struct Flows {
  std::vector<Flow> flows;  // by sink; for each sink one from every function whose code gives the taint
  bool limit_hit = false;   // there may be more
};

struct ReachOptions {
  std::size_t facts_max = 2'000'000;
  bool relevant_only = true;  // leave out what leads to no sink; finds the same with less work
};

// Every sink that a source reaches. Deterministic: the same project and question give the same flows.
Flows find_flows(const Project& project, const Question& question, ReachOptions options = {});

}  // namespace codelake::sast::flow
