// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_options.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace codelake::sast {

namespace {

struct Switch {
  std::string_view name;
  bool RuleOptions::*member;
  bool heeded = true;  // otherwise only the default is what happens
};

constexpr std::array<Switch, 38> k_switches = {{
    {"lowered_behind_option", &RuleOptions::lowered_behind_option},
    {"constant_propagation", &RuleOptions::constant_propagation},
    {"symbolic_propagation", &RuleOptions::symbolic_propagation},
    {"ac_matching", &RuleOptions::ac_matching},
    {"commutative_boolop", &RuleOptions::commutative_boolop},
    {"commutative_compop", &RuleOptions::commutative_compop},
    {"symmetric_eq", &RuleOptions::symmetric_eq},
    {"vardef_assign", &RuleOptions::vardef_assign},
    {"flddef_assign", &RuleOptions::flddef_assign, false},
    {"attr_expr", &RuleOptions::attr_expr},
    {"unify_ids_strictly", &RuleOptions::unify_ids_strictly, false},
    {"arrow_is_function", &RuleOptions::arrow_is_function},
    {"let_is_var", &RuleOptions::let_is_var, false},
    {"go_deeper_expr", &RuleOptions::go_deeper_expr, false},
    {"go_deeper_stmt", &RuleOptions::go_deeper_stmt, false},
    {"implicit_deep_exprstmt", &RuleOptions::implicit_deep_exprstmt, false},
    {"implicit_ellipsis", &RuleOptions::implicit_ellipsis},
    {"xml_singleton_loose_matching", &RuleOptions::xml_singleton_loose_matching, false},
    {"xml_attrs_implicit_ellipsis", &RuleOptions::xml_attrs_implicit_ellipsis, false},
    {"xml_children_ordered", &RuleOptions::xml_children_ordered, false},
    {"implicit_return", &RuleOptions::implicit_return},
    {"decorators_order_matters", &RuleOptions::decorators_order_matters, false},
    {"interfile", &RuleOptions::interfile},
    {"generic_caseless", &RuleOptions::generic_caseless},
    {"generic_multiline", &RuleOptions::generic_multiline, false},
    {"taint_unify_mvars", &RuleOptions::taint_unify_mvars, false},
    {"taint_assume_safe_functions", &RuleOptions::taint_assume_safe_functions},
    {"taint_assume_safe_indexes", &RuleOptions::taint_assume_safe_indexes},
    {"taint_assume_safe_comparisons", &RuleOptions::taint_assume_safe_comparisons},
    {"taint_assume_safe_booleans", &RuleOptions::taint_assume_safe_booleans},
    {"taint_assume_safe_numbers", &RuleOptions::taint_assume_safe_numbers},
    {"taint_only_propagate_through_assignments", &RuleOptions::taint_only_propagate_through_assignments},
    {"taint_intrafile", &RuleOptions::taint_intrafile, false},
    {"taint_lowered_by_doubt", &RuleOptions::taint_lowered_by_doubt},
    {"taint_assume_safe_checks", &RuleOptions::taint_assume_safe_checks},
    {"taint_assume_safe_part_checks", &RuleOptions::taint_assume_safe_part_checks},
    {"taint_assume_safe_behind_host", &RuleOptions::taint_assume_safe_behind_host},
    {"taint_assume_safe_host_checks", &RuleOptions::taint_assume_safe_host_checks},
}};

std::string wrong_value(std::string_view name, std::string_view value, std::string_view wanted) {
  return "option '" + std::string(name) + "' is '" + std::string(value) + "', but must be " + std::string(wanted);
}

std::optional<std::string> set_span(RuleOptions& options, std::string_view value) {
  const auto end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), end, options.generic_ellipsis_max_span);
  if (error == std::errc() && at == end) return std::nullopt;
  return wrong_value("generic_ellipsis_max_span", value, "a number of lines");
}

}  // namespace

std::optional<std::string> set_option(RuleOptions& options, std::string_view name, std::string_view value) {
  if (name == "generic_ellipsis_max_span") return set_span(options, value);
  if (name == "generic_comment_style") {
    constexpr std::array<std::string_view, 3> styles = {"c", "cpp", "shell"};
    if (std::find(styles.begin(), styles.end(), value) == styles.end())
      return wrong_value(name, value, "c, cpp or shell");
    options.generic_comment_style = value;
    return std::nullopt;
  }
  if (name == "generic_engine") {
    if (value == "spacegrep") return std::nullopt;
    return "option 'generic_engine: " + std::string(value) + "' is not supported";
  }
  // Rules in use name it although no engine reads it.
  if (name == "taint_propagation") return std::nullopt;
  const auto found =
      std::find_if(k_switches.begin(), k_switches.end(), [&](const Switch& one) { return one.name == name; });
  if (found == k_switches.end()) return "option '" + std::string(name) + "' is unknown or not supported";
  if (value != "true" && value != "false") return wrong_value(name, value, "true or false");
  options.*(found->member) = value == "true";
  return std::nullopt;
}

RuleOptions of_matching(RuleOptions options) {
  const RuleOptions defaults;
  for (const Switch& one : k_switches) {
    if (one.name.starts_with("taint_") || one.name == "lowered_behind_option") options.*(one.member) = defaults.*(one.member);
  }
  return options;
}

std::vector<std::string_view> unheeded_options(const RuleOptions& options) {
  const RuleOptions defaults;
  std::vector<std::string_view> names;
  for (const Switch& one : k_switches) {
    if (!one.heeded && options.*(one.member) != defaults.*(one.member)) names.push_back(one.name);
  }
  return names;
}

}  // namespace codelake::sast
