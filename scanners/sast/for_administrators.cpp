// SPDX-License-Identifier: Apache-2.0
//
// From the match outwards, every node around it is asked: is it a function or class that says so, an argument of a call that
// hands a gatekeeper over as well, or a statement behind one that lets only administrators pass? If none is, so are those
// that call the function.
//
//     @admin_required                       said by a decorator
//     def restore():
//         if not user.is_admin: abort(403)  said by a condition that ends the way of all others
//         load(request.args["name"])        the match
#include "scanners/sast/for_administrators.h"

#include "scanners/sast/surroundings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Tree;

namespace {

constexpr std::size_t k_siblings_max = 100;  // that are looked at before a statement
constexpr std::size_t k_nodes_max = 400;     // of a decorator or of what stands behind a condition
constexpr int k_callers_deep_max = 2;

bool speaks_of_administrators(std::string_view text) {
  const std::string letters = letters_of(text);
  const auto holds = [&](std::string_view word) { return letters.find(word) != std::string::npos; };
  constexpr std::array<std::string_view, 7> k_words = {"admin", "superuser", "isstaff", "staffmember", "isroot", "sysop", "elevation"};
  // `IsAdminOrReadOnly`, `OwnerOrAdmin`
  constexpr std::array<std::string_view, 4> k_others_too = {"adminorread", "adminorowner", "adminorself", "oradmin"};
  return std::any_of(k_words.begin(), k_words.end(), holds) && std::none_of(k_others_too.begin(), k_others_too.end(), holds);
}

// Whether any of the nodes from `from` on that lie within it holds.
template <typename Holds>
bool any_within(const Tree& tree, NodeId from, const Holds& holds) {
  const NodeId end = std::min<NodeId>(tree[from].subtree_end, from + static_cast<NodeId>(k_nodes_max));
  for (NodeId id = from; id < end; ++id) {
    if (holds(id)) return true;
  }
  return false;
}

// By a name or a role in it. The object that a route is registered at (`@admin.route`) and its address say nothing of who may come.
bool names_administrators(const Tree& tree, NodeId part) {
  return any_within(tree, part, [&](NodeId id) {
    const std::string_view text = tree.text(id);
    const Kind kind = tree[id].kind;
    if (kind == Kind::string) return text.find('/') == std::string_view::npos && speaks_of_administrators(text);
    return kind == Kind::identifier && tree[id].role != Role::object && speaks_of_administrators(text);
  });
}

// `permission_classes = [IsAdminUser]` in a class
bool permits_administrators_only(const Tree& tree, NodeId declaration) {
  const NodeId body = tree[declaration].kind == Kind::class_declaration ? tree.child(declaration, Role::body) : 0;
  std::size_t seen = 0;
  for (NodeId each = body == 0 ? 0 : tree.first_child(body); each != 0 && seen < k_siblings_max; each = tree.next_sibling(each), ++seen) {
    if (tree[each].kind != Kind::assignment) continue;
    const NodeId name = tree.child(each, Role::left);
    const NodeId permitted = tree.child(each, Role::right);
    if (name == 0 || permitted == 0 || letters_of(tree.text(name)).find("permission") == std::string::npos) continue;
    if (names_administrators(tree, permitted)) return true;
  }
  return false;
}

// A function or class that is said to be for administrators where it is declared.
bool declared_so(const Tree& tree, NodeId declaration) {
  for (const Role role : {Role::decorators, Role::bases}) {
    const NodeId part = tree.child(declaration, role);
    if (part != 0 && names_administrators(tree, part)) return true;
  }
  if (permits_administrators_only(tree, declaration)) return true;
  const NodeId parameters = tree.child(declaration, Role::parameters);
  for (NodeId each = parameters == 0 ? 0 : tree.first_child(parameters); each != 0; each = tree.next_sibling(each)) {
    const NodeId given = tree.child(each, Role::default_value);
    if (given != 0 && names_administrators(tree, given)) return true;
  }
  return false;
}

// `router.get(path, requireAdmin, handler)`
bool handed_over_beside(const Tree& tree, NodeId handler) {
  for (NodeId each = tree.first_child(tree[handler].parent); each != 0 && each != handler; each = tree.next_sibling(each)) {
    const Kind kind = tree[each].kind;
    const bool gate = kind == Kind::identifier || kind == Kind::field_access || kind == Kind::call || kind == Kind::list;
    if (gate && names_administrators(tree, each)) return true;
  }
  return false;
}

bool is_negated(std::string_view condition) {
  return condition.find('!') != std::string_view::npos || condition.find("not ") != std::string_view::npos ||
         letters_of(condition).find("false") != std::string::npos;
}

bool leaves(const Tree& tree, NodeId part) {
  return any_within(tree, part, [&](NodeId id) {
    const Kind kind = tree[id].kind;
    return kind == Kind::return_statement || kind == Kind::throw_statement || (kind == Kind::identifier && tree.text(id) == "abort");
  });
}

// `requireAdmin(user)`
bool demands(const Tree& tree, NodeId statement) {
  if (tree[statement].kind == Kind::await) statement = tree.child(statement, Role::value);
  const NodeId callee = statement != 0 && tree[statement].kind == Kind::call ? tree.child(statement, Role::callee) : 0;
  if (callee == 0) return false;
  const NodeId name = tree[callee].kind == Kind::field_access ? tree.child(callee, Role::name) : callee;
  const std::string letters = letters_of(tree.text(name));
  constexpr std::array<std::string_view, 8> k_verbs = {"require", "assert", "check", "ensure", "verify", "must", "authorize", "only"};
  return speaks_of_administrators(letters) && std::any_of(k_verbs.begin(), k_verbs.end(), [&](std::string_view verb) { return letters.starts_with(verb); });
}

// `router.use(requireAdmin)`: for all routes that are added behind it. Behind an address it is for some of them only, and a
// router that is handed over asks nobody.
bool guards_routes(const Tree& tree, NodeId statement) {
  const NodeId callee = tree[statement].kind == Kind::call ? tree.child(statement, Role::callee) : 0;
  if (callee == 0 || tree[callee].kind != Kind::field_access || tree.text(tree.child(callee, Role::name)) != "use") return false;
  const NodeId arguments = tree.child(statement, Role::arguments);
  const NodeId gate = arguments == 0 ? 0 : tree.first_child(arguments);
  return gate != 0 && tree[gate].kind != Kind::string && letters_of(tree.text(gate)).find("rout") == std::string::npos && names_administrators(tree, gate);
}

// Whether a statement lets only administrators reach those behind it.
bool turns_others_away(const Tree& tree, NodeId statement) {
  if (tree[statement].kind != Kind::if_statement) return demands(tree, statement) || guards_routes(tree, statement);
  const NodeId condition = tree.child(statement, Role::condition);
  const NodeId body = tree.child(statement, Role::consequence);
  if (condition == 0 || body == 0) return false;
  const std::string_view text = tree.text(condition);
  return speaks_of_administrators(text) && is_negated(text) && leaves(tree, body);
}

bool is_behind_gate(const Tree& tree, NodeId statement) {
  const NodeId block = tree[statement].parent;
  if (tree[block].kind == Kind::if_statement && tree[statement].role == Role::consequence) {
    const NodeId condition = tree.child(block, Role::condition);
    const std::string_view text = condition == 0 ? std::string_view() : tree.text(condition);
    return speaks_of_administrators(text) && !is_negated(text);
  }
  if (tree[block].kind != Kind::block && tree[block].kind != Kind::module) return false;
  std::size_t seen = 0;
  for (NodeId each = tree.first_child(block); each != 0 && each != statement && seen < k_siblings_max; each = tree.next_sibling(each), ++seen) {
    if (turns_others_away(tree, each)) return true;
  }
  return false;
}

bool is_closed(const FileView& view, NodeId at, int callers_deep) {
  const Tree& tree = view.tree();
  NodeId function = 0;  // the innermost one around
  for (; at != 0; at = tree[at].parent) {
    const Kind kind = tree[at].kind;
    const bool declares = kind == Kind::function || kind == Kind::class_declaration || kind == Kind::lambda;
    if (declares && declared_so(tree, at)) return true;
    if (declares && tree[tree[at].parent].kind == Kind::arguments && handed_over_beside(tree, at)) return true;
    if (is_behind_gate(tree, at)) return true;
    if (function == 0 && kind == Kind::function) function = at;
  }
  // Or its function is called in its own file, and there by what is for administrators only.
  return function != 0 && callers_deep > 0 && each_call(view, function, [&](NodeId call) { return is_closed(view, call, callers_deep - 1); });
}

}  // namespace

bool is_for_administrators(const FileView& view, const Match& match) {
  return is_closed(view, innermost(view.tree(), match), k_callers_deep_max);
}

}  // namespace codelake::sast
