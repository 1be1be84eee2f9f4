// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <string>

namespace codelake::syntax {

// What is wrong with a tree that breaks a promise of syntax/tree.h; empty when nothing is. For tests and fuzzing.
inline std::string broken_invariant(const Tree& tree) {
  if (tree.nodes.empty() || tree[0].kind != Kind::module) return "the root is no module";
  if (tree[0].subtree_end != tree.nodes.size()) return "the root does not hold all nodes";
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    const Node& node = tree[id];
    if (node.parent >= id) return "a parent stands behind its child " + std::to_string(id);
    const Node& parent = tree[node.parent];
    if (node.subtree_end <= id || node.subtree_end > parent.subtree_end) return "bad subtree end of " + std::to_string(id);
    if (node.begin > node.end || node.end > tree.source.size()) return "bad span of " + std::to_string(id);
    if (node.begin < parent.begin || node.end > parent.end) return "span outside the parent's of " + std::to_string(id);
  }
  NodeId last = 0;
  for (const StringContent& content : tree.string_contents) {
    if (content.node <= last || content.node >= tree.nodes.size()) return "string contents are not ascending";
    if (content.begin > content.end || content.end > tree.source.size()) return "bad content of a string";
    last = content.node;
  }
  return {};
}

}  // namespace codelake::syntax
