// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/behind_option.h"

#include "scanners/sast/surroundings.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_text_max = 400;  // of a condition
constexpr int k_callers_deep_max = 3;

bool holds_any(const std::string& letters, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return letters.find(word) != std::string::npos; });
}

bool gives_safety_up(const std::string& letters) {
  return holds_any(letters, {"insecure", "skip", "selfsigned", "trustall", "trustany", "acceptall", "acceptany", "allowall", "allowany",
                             "allowinvalid", "relaxed", "permissive", "nocheck", "nocert", "noverif", "unverified", "unsafe", "ignore", "bypass", "disablecert", "disablehost"});
}

// Only on the machine of who writes the program: `env == "development"`, `!production && …`.
bool is_for_development(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find("&&"), text.find("||"));
    const std::string_view operand = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
    const std::string letters = letters_of(operand);
    const bool negated = operand.find('!') != std::string_view::npos || operand.starts_with("not ");
    if (holds_any(letters, {"develop", "environmentlocal", "debug"}) || (negated && letters.find("production") != std::string::npos)) return true;
  }
  return false;
}

bool speaks_of_checks(std::string_view text) {
  const std::string letters = letters_of(text);
  return gives_safety_up(letters) || is_for_development(text) || holds_any(letters, {"verif", "validat", "strict", "unauthorized", "invalid", "certificatecheck", "checkcert", "sslmode", "tlsmode"});
}

bool named_so(const syntax::Tree& tree, NodeId id) {
  NodeId name = tree.child(id, Role::name);
  if (name == 0 && tree[tree[id].parent].kind == Kind::variable_declaration) name = tree.child(tree[id].parent, Role::name);
  return name != 0 && gives_safety_up(letters_of(tree.text(name)));
}

// Whether `part`, a child of `around`, is reached only past a condition that speaks of checks.
bool is_conditional(const syntax::Tree& tree, NodeId around, NodeId part) {
  switch (tree[around].kind) {
    case Kind::if_statement:
    case Kind::conditional:
    case Kind::switch_case:
      for (NodeId child = tree.first_child(around); child != 0 && child != part; child = tree.next_sibling(child)) {
        if (tree[child].role == Role::condition && speaks_of_checks(tree.text(child))) return true;
      }
      return false;
    case Kind::binary: {
      const std::string_view sign = tree.symbol_text(around);
      const bool and_then = sign == "&&" || sign == "and";
      return and_then && tree[part].role == Role::right && speaks_of_checks(tree.text(tree.child(around, Role::left)));
    }
    default: return false;
  }
}

// Whether a branch ends by leaving the code around it.
bool leaves(const syntax::Tree& tree, NodeId branch) {
  const Kind kind = tree[branch].kind;
  if (kind == Kind::return_statement || kind == Kind::throw_statement || kind == Kind::continue_statement) return true;
  if (kind != Kind::block) return false;
  NodeId last = 0;
  for (NodeId child = tree.first_child(branch); child != 0; child = tree.next_sibling(child)) last = child;
  return last != 0 && tree[last].kind != Kind::block && leaves(tree, last);
}

// Whether `part`, a statement of `around`, is reached only where one before it did not leave for such a condition:
// `if (verify) return strict;`.
bool is_past_way_out(const syntax::Tree& tree, NodeId around, NodeId part) {
  if (tree[around].kind != Kind::block) return false;
  for (NodeId child = tree.first_child(around); child != 0 && child != part; child = tree.next_sibling(child)) {
    if (tree[child].kind != Kind::if_statement || tree.child(child, Role::alternative) != 0) continue;
    const NodeId condition = tree.child(child, Role::condition);
    const NodeId branch = tree.child(child, Role::consequence);
    if (condition == 0 || branch == 0 || !leaves(tree, branch)) continue;
    // Other checks that end a function (`if (!verify(token)) return;`) say nothing of what follows.
    const std::string letters = letters_of(tree.text(condition));
    const bool on_transport = holds_any(letters, {"verifyssl", "verifytls", "sslverif", "tlsverif", "verifycert", "verifyhost", "strict"});
    if (on_transport || gives_safety_up(letters) || is_for_development(tree.text(condition))) return true;
  }
  return false;
}

// Whether the statement that `part` is says before it that it is about the machine it runs on, where nobody is on the way:
// `add(loopbackClient, relaxed)`.
bool stays_on_machine(const syntax::Tree& tree, NodeId part, std::uint32_t match_begin) {
  const Kind around = tree[tree[part].parent].kind;
  if (around != Kind::block && around != Kind::function) return false;
  const std::string_view said = tree.text(part).substr(0, match_begin - tree[part].begin);
  return holds_any(letters_of(said), {"loopback", "localhost"}) || said.substr(0, k_text_max).find("127.0.0.1") != std::string_view::npos;
}

bool asked_for(const FileView& view, NodeId at, int callers_deep) {
  const syntax::Tree& tree = view.tree();
  const std::uint32_t begin = tree[at].begin;
  NodeId function = 0;  // the innermost one around
  for (; at != 0; at = tree[at].parent) {
    const NodeId around = tree[at].parent;
    const Kind kind = tree[around].kind;
    const bool has_name = kind == Kind::function || kind == Kind::class_declaration || kind == Kind::lambda;
    const bool named = has_name && named_so(tree, around);
    if (named || is_conditional(tree, around, at) || is_past_way_out(tree, around, at) || stays_on_machine(tree, at, begin)) return true;
    if (function == 0 && kind == Kind::function) function = around;
  }
  // Or its function is called in its own file, and nowhere there without an option.
  return function != 0 && callers_deep > 0 && each_call(view, function, [&](NodeId call) { return asked_for(view, call, callers_deep - 1); });
}

}  // namespace

bool is_behind_option(const FileView& view, const Match& match) {
  return asked_for(view, innermost(view.tree(), match), k_callers_deep_max);
}

}  // namespace codelake::sast
