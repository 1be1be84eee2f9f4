// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/build_state.h"
#include "scanners/sast/flow/collection_names.h"
#include "scanners/sast/flow/effects.h"
#include "scanners/sast/flow/guards.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// Builds a Graph by running the file's code on an abstract environment: each statement once, in order, both arms of a
// branch, the body of a loop once on values that stand for every round. Internal to build_graph (flow/build.h).
class Builder : BuildState {
 public:
  // All must outlive the builder; `wanted` stands beside the tree's nodes (bits of flow/build.h).
  Builder(const syntax::Tree& tree, const Imports& imports, const std::vector<std::uint8_t>& wanted, SettingsOf settings);
  Graph run(std::string path) &&;

 private:
  friend class Guards;

  void run_module();  // functions.cpp
  std::uint32_t declare(NodeId function, syntax::Symbol name);
  void declare_functions(NodeId list);
  void run_function(std::uint32_t index, bool inline_body);
  void bind_parameters(std::uint32_t index);
  void bind_parameter(Function& function, NodeId parameter);
  void bind_unnamed(Function& function, syntax::Symbol name);
  void run_class(NodeId id);
  void note_field_types(NodeId members, syntax::Symbol class_name);
  void run_members(NodeId members);
  void run_member(NodeId member, syntax::Symbol class_name);
  void finish_parameters();
  void run_later();
  syntax::Symbol class_of(NodeId function) const;
  void body(NodeId id);  // statements.cpp
  void list(NodeId id);
  void statement(NodeId id);
  bool jump(NodeId id);
  ValueId thrown_into() const;
  void if_statement(NodeId id);
  void switch_statement(NodeId id);
  void bind_case(NodeId id, const Operand& subject);
  void case_checks(NodeId id, NodeId subject);
  void assert_statement(NodeId id);
  void package(NodeId id);
  int case_applies(NodeId switch_case, ConstantId subject);
  void loop(NodeId id);
  void bind_each(NodeId loop, const Operand& items);
  bool bind_elements(NodeId target, NodeId items);
  void try_statement(NodeId id);
  void catch_clause(NodeId id, ValueId thrown);
  void with_statement(NodeId id);
  void return_statement(NodeId id);
  void return_named();
  void return_value(const Operand& operand);
  void apply(const std::vector<Check>& checks, NodeId at);
  Arm branch(NodeId id, const std::vector<Check>& checks);
  void join(const std::vector<Changes>& ends, bool base_reaches);
  Operand joined(const Operand& a, const Operand& b);
  std::vector<Place> written_in(NodeId id);
  void note_written(NodeId target, std::vector<Place>& places);
  void run_constructor(NodeId id);  // constructors.cpp
  void keep_promoted(NodeId parameter, const Operand& operand);
  void base_call(NodeId list, NodeId at, syntax::Symbol name);
  void own_call(NodeId function);
  void note_getter(NodeId member);
  Operand called_by_name(NodeId id, const Operand& receiver);  // calls_by_name.cpp
  syntax::Symbol field_label(NodeId name) const;
  Operand value_of(NodeId id);  // value_statements.cpp
  bool gives_value(NodeId id) const;
  void last_statement(NodeId id, bool of_function);
  Operand yield(NodeId id);
  Operand evaluate(NodeId id);  // expressions.cpp
  Operand evaluate_kind(NodeId id);
  Operand cast(NodeId id);
  Operand other(NodeId id);
  Operand query(NodeId id);
  Operand name(NodeId id);
  Operand literal(NodeId id);
  Operand field_access(NodeId id);
  Operand index(NodeId id);
  syntax::Symbol label_from(const Operand& object, NodeId at, const Operand& position) const;
  Operand unary(NodeId id);
  Operand instance_of(NodeId id);
  bool spread_into(ObjectId made, const Operand& value, std::int64_t& position, NodeId at);
  Operand binary(NodeId id);
  Operand right_operand(NodeId id, const Operand& left);
  Operand conditional(NodeId id);
  Operand collection(NodeId id);
  Operand comprehension(NodeId id);
  Operand lambda(NodeId id);
  Operand last_of(NodeId id);
  void keep_method(const Operand& object, NodeId method);
  Operand declared_as(NodeId type, const Operand& operand, NodeId at);
  Operand operation(NodeId id, Step step);
  Operand text_template(NodeId id);
  Operand assignment(NodeId id);
  Operand declaration(NodeId id);
  void assign(NodeId target, const Operand& operand);  // places.cpp
  void assign_parts(NodeId target, const Operand& operand);
  void assign_name(NodeId target, const Operand& operand);
  std::optional<Place> find_name(syntax::Symbol name, std::uint32_t* owner = nullptr) const;
  std::optional<Place> place_of(NodeId expression) const;
  void set_place(NodeId expression, const Operand& operand);
  Operand part(const Operand& object, syntax::Symbol label, NodeId at);
  Operand any_part(const Operand& object, NodeId at);
  std::optional<Operand> embedded_holding(const Operand& object, syntax::Symbol label) const;
  ValueId with_embedded(const Operand& object, ValueId own, NodeId at);
  Operand any_key(const Operand& object, NodeId at);
  void set_part(const Operand& object, syntax::Symbol label, const Operand& operand, NodeId at);
  void store(ObjectId object, syntax::Symbol label, Operand operand, NodeId at);
  Operand holder(NodeId id);
  void set_length(ObjectId object, std::int64_t length);
  ValueId whole(const Operand& operand, NodeId at);
  ValueId class_field(syntax::Symbol owner, syntax::Symbol name);
  ValueId outer_value(std::uint32_t owner, syntax::Symbol name);  // shared_places.cpp
  Operand with_outer(std::uint32_t owner, const Operand& held, NodeId at);
  void keep_outer(std::uint32_t owner, const Operand& operand, NodeId target);
  void keep_part(NodeId target, syntax::Symbol label, ValueId value);
  syntax::Symbol class_meant(NodeId object) const;
  Operand static_field(NodeId access, const Operand& object);
  void keep_taken(const Call& call);
  Operand call(NodeId id);  // calls.cpp
  void name_callee(NodeId id, Call& call, Operand& receiver);
  std::uint32_t import_of(NodeId expression);
  std::uint32_t import_named(const ImportSource& source);
  std::uint32_t add_import(std::string module, bool wildcard);
  bool is_qualified(NodeId name) const;
  syntax::Symbol last_symbol(NodeId type) const;
  ClassName class_named(NodeId type);
  ClassName type_of(NodeId object, const Operand& operand);
  ClassName class_given(NodeId call);
  void renew_parts(const Operand& operand, ValueId changed, NodeId at);
  syntax::Symbol type_given(NodeId id, const Operand& operand) const;
  syntax::Symbol type_symbol(NodeId type) const;
  std::vector<Operand> add_arguments(NodeId list, Call& call);
  std::vector<std::uint32_t> functions_given(NodeId call, const std::vector<Operand>& arguments) const;
  void unknown_call(NodeId id, const Call& call, const std::vector<Operand>& arguments);
  syntax::Symbol field_got(NodeId call) const;
  ValueId replaced(NodeId at, Operand operand, NodeId call);
  bool passes_place(NodeId argument, const Call& call) const;
  void add_effect(const Call& call, const Effect& effect);
  void after_call(NodeId id, Call& call, const Operand& receiver);
  std::optional<Operand> composite(NodeId id);  // composites.cpp
  bool is_positional(NodeId list, syntax::Symbol class_name) const;
  bool names_all_fields(NodeId list) const;
  Operand copied(const Operand& operand, NodeId at);
  Operand sent(NodeId channel, const Operand& value);
  std::optional<Operand> slice(const Operand& list, NodeId bounds);
  Operand appended(NodeId id, const std::vector<Operand>& arguments);
  std::optional<Operand> collection_call(NodeId id, const Call& call, const Operand& receiver, const std::vector<Operand>& arguments);  // collections.cpp
  std::optional<Operand> made_collection(const Call& call);
  std::optional<Operand> made_by_name(NodeId id, const Call& call, const std::vector<Operand>& arguments);
  std::optional<Operand> section_call(NodeId id, const Operand& receiver, const std::vector<Operand>& arguments, bool puts);
  std::optional<Operand> changed_collection(NodeId id, Verb verb, const Operand& receiver, const std::vector<Operand>& arguments);
  ConstantId asked_text(NodeId call, const Operand& text, const std::vector<Operand>& arguments);
  Operand part_or(const Operand& map, syntax::Symbol label, const Operand& otherwise, NodeId at);
  void prepended(const Operand& list, const Operand& element, NodeId at);
  Operand removed(const Operand& list, std::int64_t position, std::int64_t length, NodeId at);
  Operand empty_collection();  // copies.cpp
  void append(const Operand& list, const Operand& element, NodeId at);
  Operand copy_of(const Operand& original, NodeId at);
  bool extend(const Operand& target, const Operand& other, NodeId at);
  std::optional<Operand> keys_of(const Operand& map);
  std::optional<Operand> filled_collection(NodeId id, const std::vector<Operand>& arguments);
  std::optional<Operand> called_on_first(NodeId id, const std::vector<Operand>& arguments);
  std::optional<Operand> joined_collections(NodeId id, std::string_view operation, const Operand& left, const Operand& right);
  void fill_object(const Operand& made, NodeId members);
  bool is_map(const Operand& operand) const;
  std::optional<Operand> view_of_collection(NodeId id, const Operand& collection);
  bool keep_struct(syntax::Symbol name, NodeId source);
  std::optional<Operand> made_of_struct(const Call& call, const std::vector<Operand>& values, NodeId at);
  std::optional<Operand> copied_with(NodeId id, const Operand& receiver, const std::vector<Operand>& values);
  void bind_pattern(NodeId pattern, const Operand& subject);  // patterns.cpp
  void bind_by_position(NodeId patterns, const Operand& subject);
  syntax::Symbol position_label(const Operand& object, std::int64_t position) const;
  const Settings* settings_named_in(NodeId call, const Operand& receiver, const std::vector<Operand>& arguments);  // settings_values.cpp
  void note_settings(NodeId id, const Call& call, const std::vector<Operand>& arguments, Operand& result);
  bool load_settings(NodeId id, const Call& call, const Operand& receiver, const std::vector<Operand>& arguments);
  void fill(ObjectId object, const Settings& settings);
  ConstantId value_of(const Setting& setting);
  Operand mark(NodeId id, const Operand& operand);  // marks.cpp
  Operand mark_target(NodeId id, const Operand& operand);
  Operand own_value(NodeId id, const Operand& operand);
  void note(NodeId id, Mark mark, ValueId value);
  void note_exit(NodeId id);
  void note_passing(NodeId id);
  Place passing_place() const;
  Guards m_guards{*this};
};

}  // namespace codelake::sast::flow
