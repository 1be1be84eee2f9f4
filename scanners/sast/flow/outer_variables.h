// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <unordered_set>

namespace codelake::sast::flow {

// The variables of a file that a function changes though they stand outside of it, and may be seen by another one: those of the
// file itself, and those of a function that others are declared in.
class OuterVariables {
 public:
  explicit OuterVariables(const syntax::Tree& tree);

  // `owner` is the node of the function that the variable stands in; 0: the file.
  bool holds(syntax::NodeId owner, syntax::Symbol name) const { return m_all.count(key(owner, name)) != 0; }

  // Whether the file declares a class of that name.
  bool names_class(syntax::Symbol name) const { return m_classes.count(name) != 0; }

  // Whether it declares a function of that name with a parameter that its callers' variable stands for: function f(&$p).
  bool takes_reference(syntax::Symbol function) const { return m_by_reference.count(function) != 0; }

 private:
  static std::uint64_t key(syntax::NodeId owner, syntax::Symbol name) {
    return name + std::uint64_t{owner} * 0x9E3779B97F4A7C15U;
  }

  std::unordered_set<std::uint64_t> m_all;
  std::unordered_set<syntax::Symbol> m_classes;
  std::unordered_set<syntax::Symbol> m_by_reference;
};

// Whether a parameter stands for a variable of the caller: `&$p`, `T& p`, `ref T p`.
bool is_reference(const syntax::Tree& tree, syntax::NodeId parameter);

// Names that a statement says are not the function's own: `global a`, `nonlocal b`.
bool names_outer(const syntax::Tree& tree, syntax::NodeId statement);

}  // namespace codelake::sast::flow
