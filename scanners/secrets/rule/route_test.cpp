// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/route.h"

#include "scanners/secrets/rule/assignment.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

Route route_of(std::string pattern, std::string_view before = k_word_begins) {
  Rule rule;
  rule.pattern = std::move(pattern);
  rule.before = before;
  set_route(rule);
  return rule.route;
}

Route route_of_value(std::string_view value, std::string_view before = k_name_begins) {
  Assignment made = assignment("shop", k_secret_nouns, value);
  Rule rule;
  rule.pattern = std::move(made.pattern);
  rule.value_at = made.value_at;
  rule.before = before;
  set_route(rule);
  return rule.route;
}

TEST(Route, TakesATokenWhereAWordAndARunBegin) {
  EXPECT_EQ(route_of("shop_[0-9A-Za-z]{36}"), Route::token);
  EXPECT_EQ(route_of("(?:sk|rk)-[0-9a-f]{32}", "(?<![0-9A-Za-z_-])(?=.{3}[0-9])"), Route::token);
}

TEST(Route, LeavesATokenToTheAutomatonThatMayStandElsewhere) {
  EXPECT_EQ(route_of("shop_[0-9A-Za-z]{36}", ""), Route::automaton);
  EXPECT_EQ(route_of("shop_[0-9A-Za-z]{36}", "(?<![0-9A-Za-z_]|a)"), Route::automaton);
  EXPECT_EQ(route_of("shop_[0-9A-Za-z]{36}", "(?<![0-9A-Za-z_])?"), Route::automaton);
  EXPECT_EQ(route_of("shop_[0-9A-Za-z]{8}"), Route::automaton);
  EXPECT_EQ(route_of("shop_[0-9A-Za-z=]{36}"), Route::automaton);
  EXPECT_EQ(route_of("[0-9A-Za-z]{36}"), Route::automaton);
  EXPECT_EQ(route_of("-shop[0-9A-Za-z]{36}"), Route::automaton);
}

TEST(Route, TakesAnAssignmentOfALongRunOrOneWithADigit) {
  EXPECT_EQ(route_of_value("[0-9a-f]{32}"), Route::assigned);
  EXPECT_EQ(route_of_value(R"((?=[^0-9\s]{0,19}[0-9])[0-9a-z]{20})"), Route::assigned);
  EXPECT_EQ(route_of_value("[0-9]{8}[0-9a-z]{10}"), Route::assigned);
}

TEST(Route, LeavesAnAssignmentToTheAutomatonWhoseValueMayLookOrdinary) {
  EXPECT_EQ(route_of_value("[0-9a-f]{20}"), Route::automaton);
  EXPECT_EQ(route_of_value(R"((?=[^0-9\s]{0,29}[0-9])[0-9a-z]{20})"), Route::automaton);
  EXPECT_EQ(route_of_value("[0-9a-z]{4}:[0-9a-z]{40}"), Route::automaton);
  EXPECT_EQ(route_of_value("[0-9a-f]{32}", ""), Route::automaton);
}

}  // namespace
}  // namespace codelake::secrets
