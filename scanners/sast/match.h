// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule.h"
#include "scanners/syntax/tree.h"

#include <array>
#include <cstdint>
#include <vector>

namespace codelake::sast {

// What a metavariable stands for: a piece of the file's text. Equal code has an equal hash; 0 means "not
// bound".
struct Value {
  std::uint64_t hash = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  syntax::NodeId node = 0;  // 0 when it is no single node (several arguments, part of a string)
};

// One place where a formula holds: bytes of the file and the values of the rule's metavariables, by slot.
struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Value> values;
  bool focused = false;  // a metavariable within what a pattern matched

  bool same_range(const Match& other) const { return begin == other.begin && end == other.end; }
  bool within(const Match& outer) const { return outer.begin <= begin && end <= outer.end; }
};

// The match with its values in other slots, `count` of them: that of slot i goes to to[i], or nowhere if there is none.
inline Match renumbered(const Match& match, const std::vector<Slot>& to, std::size_t count) {
  Match result{match.begin, match.end, std::vector<Value>(count)};
  for (std::size_t slot = 0; slot < match.values.size(); ++slot) {
    if (to[slot] < count) result.values[to[slot]] = match.values[slot];
  }
  return result;
}

// Steps that may still be made on a file; once it is empty, everything ends early and says so.
struct Budget {
  std::size_t left = 0;
  bool exhausted = false;

  bool spend(std::size_t steps = 1) {
    if (left < steps) {
      exhausted = true;
      left = 0;
      return false;
    }
    left -= steps;
    return true;
  }
};

}  // namespace codelake::sast
