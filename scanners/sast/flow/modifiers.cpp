// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/modifiers.h"

#include <string>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

bool has_modifier(const syntax::Tree& tree, NodeId function, std::string_view word) {
  const Symbol symbol = symbol_of(word);
  for (NodeId child = tree.first_child(function); child != 0; child = tree.next_sibling(child)) {
    if (tree[child].kind == Kind::modifier && tree[child].symbol == symbol) return true;
    const bool decorated = tree[child].kind == Kind::decorators && tree.text(child).find("@" + std::string(word) + "method") !=
                                                                       std::string_view::npos;
    if (decorated) return true;
  }
  return false;
}

bool is_getter(const syntax::Tree& tree, NodeId function) {
  if (tree.child(function, Role::name) == 0) return false;
  const bool script = tree.language == "javascript" || tree.language == "typescript" || tree.language == "tsx";
  if (script) return has_modifier(tree, function, "get");
  for (NodeId child = tree.first_child(function); child != 0 && tree.language == "python"; child = tree.next_sibling(child)) {
    if (tree[child].kind == Kind::decorators && tree.text(child).find("property") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace codelake::sast::flow
