// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <optional>
#include <string>
#include <vector>

namespace codelake::sast {

// What is known of a file's variables by reading it: declared types, and values that cannot be anything else.
class Variables {
 public:
  explicit Variables(const syntax::Tree& tree);

  // The text of an expression that is a string whatever happens: literals, their concatenation, and names
  // that hold one.
  std::optional<std::string> constant_string(syntax::NodeId expression) const;
  bool is_constant_string(syntax::NodeId expression) const;

  // The literal a name stands for where it is used; 0 when it is not known.
  syntax::NodeId constant(syntax::NodeId identifier) const;

  // The function, class or module (0) whose variable a name is; nullopt when nothing in the file declares it.
  std::optional<syntax::NodeId> scope_of(syntax::NodeId identifier) const;

  // The node of the declared type of a variable, or of what `new T()` creates; 0 when the file does not tell.
  syntax::NodeId type_of(syntax::NodeId expression) const;

 private:
  // A place that gives a name its value.
  struct Write {
    syntax::Symbol name = 0;
    syntax::NodeId scope = 0;  // the function, class or module whose name it is
    syntax::NodeId node = 0;
    syntax::NodeId value = 0;  // 0: not known
    syntax::NodeId type = 0;
    bool declares = false;
  };

  void collect();
  void collect_at(syntax::NodeId id, syntax::NodeId scope);
  void add_targets(syntax::NodeId target, const Write& write);
  void settle_scopes();
  // Indices [first, last) of the writes to a name in the innermost scope that has it and holds `at`.
  std::pair<std::size_t, std::size_t> writes_seen_from(syntax::NodeId at, syntax::Symbol name) const;
  syntax::NodeId value_at(syntax::NodeId use) const;
  bool reaches(const Write& write, syntax::NodeId use) const;
  bool repeated(const Write& later, syntax::NodeId use) const;
  std::optional<std::string> text_of(syntax::NodeId expression, int depth) const;

  const syntax::Tree& m_tree;
  std::vector<Write> m_writes;  // sorted by name, scope, node
};

}  // namespace codelake::sast
