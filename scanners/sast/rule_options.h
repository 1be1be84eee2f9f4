// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The `options` of a rule, with Semgrep's names and defaults: which code a pattern is taken to mean, beside the code
// that it spells.
struct RuleOptions {
  bool constant_propagation = true;   // a name stands for the constant it holds
  bool symbolic_propagation = false;  // a name stands for the expression it holds
  bool ac_matching = true;            // operands of associative, commutative operators in any order
  bool commutative_boolop = false;
  bool commutative_compop = false;
  bool symmetric_eq = false;
  bool vardef_assign = true;          // an assignment stands for a declaration with a value
  bool flddef_assign = false;         // … and for a field with a value
  bool attr_expr = true;
  bool unify_ids_strictly = true;     // equal names of different scopes are different
  bool arrow_is_function = true;
  bool let_is_var = true;
  bool go_deeper_expr = true;
  bool go_deeper_stmt = true;         // statement patterns reach into nested statements
  bool implicit_deep_exprstmt = true; // an expression pattern stands for the statement that holds it
  bool implicit_ellipsis = true;      // records may have more fields
  bool xml_singleton_loose_matching = true;
  bool xml_attrs_implicit_ellipsis = true;
  bool xml_children_ordered = true;
  bool implicit_return = true;
  bool decorators_order_matters = false;
  bool interfile = false;
  bool generic_caseless = false;
  bool generic_multiline = true;
  bool taint_unify_mvars = false;
  bool taint_assume_safe_functions = false;
  bool taint_assume_safe_indexes = false;
  bool taint_assume_safe_comparisons = false;
  bool taint_assume_safe_booleans = false;
  bool taint_assume_safe_numbers = false;
  bool taint_only_propagate_through_assignments = false;
  bool taint_intrafile = false;
  bool taint_assume_safe_checks = true;        // a value that was found to be one of a list, a number, … is clean
  bool taint_lowered_by_doubt = true;           // of less weight where the way of the data is guessed rather than known
  bool lowered_behind_option = false;          // of less weight where an option of the program decides whether it runs
  bool taint_assume_safe_part_checks = false;  // so is one of which only a part was looked at: its beginning, its host
  bool taint_assume_safe_behind_host = false;  // so is what is only put behind the host of an address
  bool taint_assume_safe_host_checks = false;  // so is an address of which only the host was looked at
  std::uint32_t generic_ellipsis_max_span = 10;  // lines
  std::string generic_comment_style;             // "c", "cpp", "shell"; empty: comments are text

  bool operator==(const RuleOptions&) const = default;
};

// The same with what only data flow asks for as by default: patterns of rules whose options are equal so match the same.
RuleOptions of_matching(RuleOptions options);

// Sets one option; why it cannot be set, if so.
std::optional<std::string> set_option(RuleOptions& options, std::string_view name, std::string_view value);

// The options that were set otherwise than by default and change nothing here.
std::vector<std::string_view> unheeded_options(const RuleOptions& options);

}  // namespace codelake::sast
