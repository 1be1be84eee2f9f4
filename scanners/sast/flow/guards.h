// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/checks.h"
#include "scanners/sast/flow/constant.h"
#include "scanners/syntax/tree.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

class Builder;

// Reads what conditions say of the values they ask about. Looks only at nodes the builder has just evaluated.
class Guards {
 public:
  // `builder` must outlive it.
  explicit Guards(const Builder& builder);

  Conditions checks_of(syntax::NodeId condition) const;
  // What is known once a call has come back. `alone`: nothing is done with what it gives.
  std::vector<Check> passed(syntax::NodeId call, bool alone) const;
  // Adds the check for every place whose value `of` gives.
  void add_check(syntax::NodeId of, Check check, std::vector<Check>& checks) const;
  // Keeps what a variable that is given a check says.
  void note(syntax::NodeId target, syntax::NodeId source);

 private:
  using NodeId = syntax::NodeId;

  Conditions binary_checks(NodeId id) const;
  Conditions call_checks(NodeId id) const;
  void ask_checks(Ask ask, const Asked& asked, Conditions& known) const;
  void member_checks(NodeId element, NodeId list, Conditions& known) const;
  void membership_checks(const Asked& asked, Conditions& known) const;
  void equality_checks(NodeId left, NodeId right, Conditions& known) const;
  void matching_checks(bool all_of_it, const Asked& asked, Conditions& known) const;
  void pattern_checks(const Matching& matching, Conditions& known) const;
  void found_checks(NodeId left, NodeId right, std::string_view sign, Conditions& known) const;
  bool of_plain_types(NodeId id) const;
  std::vector<Place> places_of(NodeId id, Extent& extent) const;
  std::vector<Place> places_of_part(NodeId id, Extent& extent) const;
  void add_checks_at(const std::vector<Place>& places, Extent extent, const Check& check, std::vector<Check>& checks) const;
  const View* view_of(NodeId id) const;
  std::optional<Place> viewed_by(NodeId id) const;
  bool note_view(NodeId target, NodeId source);
  void note_parts(NodeId pattern, NodeId source);
  void add_view(NodeId name, Place of, Extent extent);
  void keep_conditions(NodeId target, Conditions known);
  std::optional<Place> find_name(syntax::Symbol name) const;
  const syntax::Node& node(NodeId id) const { return m_tree[id]; }
  NodeId child(NodeId id, syntax::Role role) const { return m_tree.child(id, role); }

  const Builder& m_builder;
  const syntax::Tree& m_tree;
  const Environment& m_environment;
  const Constants& m_constants;
  const std::vector<Operand>& m_given;
  std::map<Place, std::pair<Operand, Conditions>> m_conditions;  // of variables that hold what a check said
  std::map<Place, View> m_views;
};

}  // namespace codelake::sast::flow
