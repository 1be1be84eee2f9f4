// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/reach.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The labels of one taint rule, numbered in the order they are first named. A source without a label has the label
// "__SOURCE__", which is what a sink without a requirement asks for. At most 32; further ones share the last number.
class TaintLabels {
 public:
  unsigned number(std::string_view label);
  // Whether an expression of labels ("A and not B", parentheses) holds; one that is empty always does.
  flow::Requirement requirement(std::string_view expression);

 private:
  std::vector<std::string> m_names;
};

}  // namespace codelake::sast
