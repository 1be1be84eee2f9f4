// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/tree.h"

#include "core/hash.h"
#include "scanners/syntax/grammar.h"

#include <algorithm>

namespace codelake::syntax {

Symbol symbol_of(std::string_view text) { return text.empty() ? 0 : fast_hash(text) | 1U; }

NodeId Tree::child(NodeId id, Role role) const {
  for (NodeId at = first_child(id); at != 0; at = next_sibling(at)) {
    if (nodes[at].role == role) return at;
  }
  return 0;
}

std::vector<NodeId> Tree::children(NodeId id) const {
  std::vector<NodeId> all;
  for (NodeId at = first_child(id); at != 0; at = next_sibling(at)) all.push_back(at);
  return all;
}

std::string_view Tree::content(NodeId id) const {
  const auto found = std::lower_bound(string_contents.begin(), string_contents.end(), id,
                                      [](const StringContent& content, NodeId node) { return content.node < node; });
  if (found == string_contents.end() || found->node != id) return text(id);
  return source.substr(found->begin, found->end - found->begin);
}

std::string_view Tree::symbol_text(NodeId id) const {
  const Symbol symbol = nodes[id].symbol;
  if (symbol == 0) return {};
  const std::string_view written = content(id);
  if (symbol_of(written) == symbol || words == nullptr) return written;
  const std::string_view word = words->text(symbol);
  return word.empty() ? written : word;
}

}  // namespace codelake::syntax
