// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <map>
#include <utility>

namespace codelake::sast {

// The values HCL gives to names in blocks of their own: local.a of `locals { a = … }`, var.a of the default of
// `variable "a" { … }`. A name that is given two values has none.
class NamedValues {
 public:
  // `tree` must outlive this.
  explicit NamedValues(const syntax::Tree& tree);

  // The value that an access to such a name stands for; 0: it is none.
  syntax::NodeId of(syntax::NodeId access) const;

 private:
  using Name = std::pair<syntax::Symbol, syntax::Symbol>;  // "local" or "var", and the name

  void add(Name name, syntax::NodeId value);
  void add_block(syntax::NodeId block);

  const syntax::Tree& m_tree;
  std::map<Name, syntax::NodeId> m_values;
};

}  // namespace codelake::sast
