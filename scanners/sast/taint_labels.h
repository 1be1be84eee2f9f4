// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/reach.h"
#include "scanners/sast/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The labels of one taint rule, numbered in the order they are first named. A source without a label has the label
// "__SOURCE__", which is what a sink without a requirement asks for. At most 32; further ones share the last number.
class TaintLabels {
 public:
  static constexpr std::string_view k_default = "__SOURCE__";

  // Numbers all labels that sources and propagators give.
  void add(const Taint& taint);
  // Whether any source gives a label of its own.
  bool are_told_apart() const { return m_told_apart; }
  unsigned number(std::string_view label);
  // Whether an expression of labels ("A and not B", parentheses) holds; one that is empty always does.
  flow::Requirement requirement(std::string_view expression);

  // A label that a propagator gives where the requirement holds for the labels it gets.
  struct Passed {
    unsigned label = 0;
    flow::Requirement requirement;
  };
  // What a propagator passes on, of the labels added: its own label in place of all others, or those it gets.
  std::vector<Passed> passed(std::string_view label, std::string_view requires_labels);

 private:
  std::vector<std::string> m_names;
  bool m_told_apart = false;
};

}  // namespace codelake::sast
