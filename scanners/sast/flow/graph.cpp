// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/graph.h"

#include <algorithm>

namespace codelake::sast::flow {

std::span<const std::pair<syntax::NodeId, ValueId>> Graph::values_of(syntax::NodeId node, Mark mark) const {
  const Marked& all = marked[static_cast<std::size_t>(mark)];
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  const auto [first, last] = std::equal_range(all.begin(), all.end(), std::pair{node, ValueId{0}}, before);
  return {first, last};
}

}  // namespace codelake::sast::flow
