// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/constant.h"
#include "scanners/sast/flow/graph.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace codelake::sast::flow {

// An object whose parts are told apart; 0: not known which.
using ObjectId = std::uint32_t;

// What an expression gives: where its value comes from, which object it is, and its value when that is certain.
struct Operand {
  ValueId value = 0;
  ObjectId object = 0;
  ConstantId constant = 0;
  bool operator==(const Operand&) const = default;
};

// A variable of a function, or a part of an object.
using Place = std::uint64_t;
Place variable_of(std::uint32_t function, syntax::Symbol name);
Place part_of(ObjectId object, syntax::Symbol label);

// What every place holds at one point of a function. Branches are run one after the other on the same environment: each
// is undone to its checkpoint, and what it changed is joined afterwards, so that a branch costs what it changes.
class Environment {
 public:
  // Null when nothing was stored there.
  const Operand* find(Place place) const;
  void set(Place place, const Operand& operand);

  using Checkpoint = std::size_t;
  Checkpoint checkpoint() const { return m_trail.size(); }
  // What the places changed since then hold now, ascending.
  struct Change {
    Place place = 0;
    std::optional<Operand> operand;  // none: nothing stored there
  };
  std::vector<Change> changes_since(Checkpoint checkpoint) const;
  void undo_to(Checkpoint checkpoint);

 private:
  std::unordered_map<Place, Operand> m_places;
  std::vector<Change> m_trail;  // what stood there before each change
};

}  // namespace codelake::sast::flow
