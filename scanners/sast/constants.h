// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/constant.h"
#include "scanners/sast/named_values.h"
#include "scanners/sast/names.h"
#include "scanners/sast/settings/loaded_settings.h"
#include "scanners/syntax/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codelake::sast {

// The constants of a file: what each use of a variable is worth where it stands.
class Constants {
 public:
  // All must outlive it.
  Constants(const syntax::Tree& tree, const Names& names, const SettingsOf& settings);

  // What an expression is worth.
  Constant value_of(syntax::NodeId expression) const;
  // The expression a name was last given before it is used here; 0 when that may be one of several.
  syntax::NodeId expression_of(syntax::NodeId use) const;
  // The literal a name stands for where it is used; 0 when it is not known or was computed.
  syntax::NodeId literal_of(syntax::NodeId use) const;

 private:
  // What is known of a variable at one point.
  struct State {
    std::uint32_t constant = 0;     // in m_constants; 0: unknown
    syntax::NodeId expression = 0;
    bool operator==(const State&) const = default;
  };
  using Changes = std::vector<std::pair<VariableId, State>>;
  struct Branch {
    Changes changes;
    bool ends = false;  // by return, throw, continue …: what follows is not reached
  };

  void run(syntax::NodeId id);
  void run_children(syntax::NodeId id);
  void run_change(syntax::NodeId id);
  void run_write(syntax::NodeId id);
  void run_function(syntax::NodeId id);
  void run_branches(syntax::NodeId id);
  void run_loop(syntax::NodeId id);
  void run_switch(syntax::NodeId id);
  void run_try(syntax::NodeId id);
  void use(syntax::NodeId id);
  Branch branch(const std::vector<syntax::NodeId>& parts);
  void merge(const std::vector<Branch>& branches);
  void forget_writes_within(syntax::NodeId id);
  void set(VariableId variable, State state);
  bool is_local(VariableId variable) const;

  bool is_enumerator(VariableId variable) const;
  State state_of_single(VariableId variable) const;
  State state_at(syntax::NodeId use) const;
  State known(syntax::NodeId use) const;
  Constant evaluate(syntax::NodeId expression, int depth) const;
  Constant binary(syntax::NodeId expression, int depth) const;
  Constant joined(syntax::NodeId expression, int depth) const;
  Constant call(syntax::NodeId expression, int depth) const;
  Constant setting(syntax::NodeId object, std::vector<std::string> way) const;
  Constant setting_asked(syntax::NodeId call, syntax::NodeId callee, int depth) const;
  Constant setting_at(syntax::NodeId expression, int depth) const;
  std::uint32_t kept(Constant constant);

  const syntax::Tree& m_tree;
  const Names& m_names;
  LoadedSettings m_settings;
  NamedValues m_named;
  std::vector<Constant> m_constants;
  std::vector<State> m_states;                                 // by variable, where the walk is
  Changes m_journal;                                           // what the variables changed were before
  std::vector<std::pair<syntax::NodeId, State>> m_uses;        // what is known, by node
  mutable std::vector<std::optional<State>> m_single;          // by variable: written once in the whole file
  syntax::NodeId m_function = 0;
  bool m_ends = false;
  bool m_breaks = false;
};

}  // namespace codelake::sast
