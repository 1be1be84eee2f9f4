// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/frame.h"
#include "scanners/sast/flow/outer_variables.h"
#include "scanners/sast/imports.h"
#include "scanners/sast/settings/settings_files.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// All that a Builder (flow/builder.h) knows while it runs the code of a file.
struct BuildState {
  using NodeId = syntax::NodeId;

  // The first three must outlive it.
  BuildState(const syntax::Tree& tree, const Imports& imports, const std::vector<std::uint8_t>& wanted, SettingsOf settings)
      : m_tree(tree), m_imports(imports), m_wanted(wanted), m_settings(std::move(settings)), m_constants(tree.language), m_outer(tree), m_given(tree.nodes.size()) {}

  ValueId add_value(NodeId node);
  void add_edge(ValueId from, ValueId to, Step step, syntax::Symbol label = 0);
  const syntax::Node& node(NodeId id) const { return m_tree[id]; }
  NodeId child(NodeId id, syntax::Role role) const { return m_tree.child(id, role); }
  Frame& frame() { return m_frames.back(); }
  ObjectId new_object();
  syntax::Symbol label_of(NodeId key, const Operand& value) const;
  syntax::Symbol label_of_position(std::int64_t position) const;
  std::optional<std::int64_t> length_of(ObjectId object) const;
  syntax::Symbol own_class() const { return m_graph.functions[m_frames.back().function].class_name; }
  bool is_self(NodeId id) const;
  bool names_field(syntax::Symbol name) const;

  const syntax::Tree& m_tree;
  const Imports& m_imports;
  const std::vector<std::uint8_t>& m_wanted;
  SettingsOf m_settings;
  Traits m_traits;
  Graph m_graph;
  Constants m_constants;
  Environment m_environment;
  std::vector<Frame> m_frames;
  bool m_dead = false;  // no way leads here
  ObjectId m_objects = 0;
  std::size_t m_steps_left = 0;
  std::map<ObjectId, std::vector<syntax::Symbol>> m_parts;  // the labels ever stored in an object
  std::map<syntax::Symbol, std::uint32_t> m_labels;
  std::map<std::pair<std::string, bool>, std::uint32_t> m_import_numbers;  // in Graph::imports
  OuterVariables m_outer;
  std::map<std::pair<std::uint32_t, syntax::Symbol>, ValueId> m_outer_values;  // by function and name
  std::map<std::pair<syntax::Symbol, syntax::Symbol>, ValueId> m_class_fields;
  std::map<syntax::Symbol, std::vector<syntax::Symbol>> m_declared_fields;
  std::map<std::pair<syntax::Symbol, syntax::Symbol>, ClassName> m_field_types;
  std::set<syntax::Symbol> m_structs;           // classes that only hold fields, made by a call
  std::set<syntax::Symbol> m_heads;             // classes that are made by their head
  std::set<syntax::Symbol> m_own_names;         // Ruby: @name, a field wherever it stands
  std::set<syntax::Symbol> m_getters;           // properties of the file that run code when they are read
  std::map<syntax::NodeId, std::uint32_t> m_functions;
  std::map<ObjectId, ClassName> m_types;        // the class of an object, as far as the file tells
  std::set<ObjectId> m_copied;                  // those that are copied when they are assigned
  std::set<ObjectId> m_collections;             // lists and maps known piece by piece
  std::vector<Operand> m_given;                 // what each node gave when it was last evaluated
  std::map<ValueId, const Settings*> m_files;   // values that stand for a settings file
  std::vector<ObjectId> m_open;                 // the objects that whole() is in
};

}  // namespace codelake::sast::flow
