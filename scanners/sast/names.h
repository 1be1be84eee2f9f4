// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace codelake::sast {

using VariableId = std::uint32_t;

// A place that gives a variable its value.
struct Write {
  VariableId variable = 0;
  syntax::NodeId node = 0;
  syntax::NodeId value = 0;  // 0: not known
  syntax::NodeId type = 0;   // as declared; 0: not said
  bool declares = false;
  bool augments = false;     // the old value is part of the new one
  bool fixed = false;        // declared final, const or private: nothing outside of the file writes it
};

// A variable or field of a file: a name and the node whose name it is. Fields belong to their class.
struct Variable {
  syntax::Symbol name = 0;
  syntax::NodeId scope = 0;     // a block, loop, function, class … or the module (0)
  syntax::NodeId start = 0;     // where it is declared again under a name its scope has already; 0: it is the first
  syntax::NodeId function = 0;  // the innermost one around the scope
  std::uint32_t first_write = 0;  // in Names::writes()
  std::uint32_t writes = 0;
  bool field = false;
  bool escapes = false;         // written in another function than its own
};

// The variables of a file by its scopes, and what it says of their types.
class Names {
 public:
  explicit Names(const syntax::Tree& tree);

  // The variable a name, or a member of `this` or `self`, stands for; nullopt when nothing in the file declares it.
  std::optional<VariableId> variable_of(syntax::NodeId expression) const;
  const Variable& operator[](VariableId id) const { return m_variables[id]; }
  std::size_t size() const { return m_variables.size(); }

  // Sorted by variable, then place.
  const std::vector<Write>& writes() const { return m_writes; }
  std::span<const Write> writes_of(VariableId id) const {
    return std::span(m_writes).subspan(m_variables[id].first_write, m_variables[id].writes);
  }
  // The writes below a node, by place.
  std::span<const std::uint32_t> writes_within(syntax::NodeId node) const;

  // The node of the declared type of a variable, or of what `new T()` creates; 0 when the file does not tell.
  syntax::NodeId type_of(syntax::NodeId expression) const;

  // Whether a variable of an inferred type holds the address of what was created.
  bool points(syntax::NodeId expression) const;
  // The one value a variable is ever given; 0: none or several.
  syntax::NodeId value_of(syntax::NodeId expression) const;

  // The innermost function or lambda around a node; 0: the module.
  syntax::NodeId function_of(syntax::NodeId node) const;

 private:
  struct Draft;
  struct Class {
    syntax::Symbol name = 0;
    syntax::NodeId node = 0;
  };

  syntax::NodeId created(syntax::NodeId call) const;
  void collect(std::vector<Draft>& drafts);
  void collect_at(syntax::NodeId id, std::vector<Draft>& drafts) const;
  void add_targets(syntax::NodeId target, Draft draft, std::vector<Draft>& drafts) const;
  void add_tuple(syntax::NodeId target, const Draft& draft, std::vector<Draft>& drafts) const;
  syntax::NodeId scope_of(syntax::NodeId node, const Draft& draft) const;
  void settle(std::vector<Draft>& drafts);
  void number(std::vector<Draft>& drafts);
  bool declares_again(const Draft& draft) const;
  std::optional<VariableId> find(syntax::Symbol name, syntax::NodeId use) const;
  std::optional<VariableId> find_in(syntax::Symbol name, syntax::NodeId scope) const;
  bool visible(const Variable& variable, syntax::NodeId use) const;
  // The class whose member an access to `this`, `self` or the class's own name means; 0: none.
  syntax::NodeId class_of_access(syntax::NodeId object) const;
  syntax::NodeId class_around(syntax::NodeId node) const;

  const syntax::Tree& m_tree;
  bool m_function_scopes = false;   // blocks open no scope
  bool m_bare_fields = true;        // fields are named without `this`
  std::vector<Variable> m_variables;  // sorted by name, scope, start
  std::vector<Write> m_writes;
  std::vector<std::uint32_t> m_by_place;
  std::vector<Class> m_classes;     // by name
};

}  // namespace codelake::sast
