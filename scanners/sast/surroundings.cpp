// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/surroundings.h"

#include <cctype>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_text_max = 400;
constexpr std::size_t k_calls_max = 16;

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char each : text.substr(0, k_text_max)) {
    const auto byte = static_cast<unsigned char>(each);
    if (std::isalpha(byte) != 0) letters += static_cast<char>(std::tolower(byte));
  }
  return letters;
}

NodeId innermost(const syntax::Tree& tree, const Match& match) {
  NodeId at = 0;
  for (NodeId child = tree.first_child(at); child != 0;) {
    if (tree[child].begin <= match.begin && match.end <= tree[child].end) {
      at = child;
      child = tree.first_child(at);
    } else {
      child = tree.next_sibling(child);
    }
  }
  return at;
}

bool each_call(const FileView& view, NodeId function, const std::function<bool(NodeId call)>& holds) {
  const syntax::Tree& tree = view.tree();
  const NodeId name = tree.child(function, Role::name);
  if (name == 0) return false;
  std::size_t calls = 0;
  bool all = true;
  view.for_each(Kind::call, tree[name].symbol, [&](NodeId call) {
    const bool itself = function < call && call < tree[function].subtree_end;
    if (itself || !all) return;
    calls += 1;
    all = calls <= k_calls_max && holds(call);
  });
  return calls > 0 && all;
}

}  // namespace codelake::sast
