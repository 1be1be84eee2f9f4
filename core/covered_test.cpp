// SPDX-License-Identifier: Apache-2.0
#include "core/covered.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

Finding finding(const std::string& rule, std::uint32_t begin, std::uint32_t end, const std::string& path = "a.py") {
  Finding made;
  made.rule_id = rule;
  made.path = path;
  made.range.start.offset = begin;
  made.range.end.offset = end;
  return made;
}

std::vector<std::string> rules_left(std::vector<Finding> findings) {
  RuleInfo request;
  request.id = "sql-request";
  request.covers = {"sql-string"};
  RuleInfo string;
  string.id = "sql-string";
  drop_covered(findings, {request, string});
  std::vector<std::string> rules;
  for (const Finding& each : findings) rules.push_back(each.rule_id);
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Covered, FindingsGoWhereTheirPlacesOverlap) {
  EXPECT_EQ(rules_left({finding("sql-string", 10, 50), finding("sql-request", 20, 30)}), Rules{"sql-request"});
  EXPECT_EQ(rules_left({finding("sql-string", 22, 25), finding("sql-request", 20, 30)}), Rules{"sql-request"});
}

TEST(Covered, FindingsStayElsewhere) {
  EXPECT_EQ(rules_left({finding("sql-string", 10, 20), finding("sql-request", 20, 30)}).size(), 2U);
  EXPECT_EQ(rules_left({finding("sql-string", 10, 50), finding("sql-request", 20, 30, "b.py")}).size(), 2U);
  EXPECT_EQ(rules_left({finding("other", 10, 50), finding("sql-request", 20, 30)}).size(), 2U);
}

TEST(Covered, FindingsDoNotCoverTheRuleThatCoversThem) {
  EXPECT_EQ(rules_left({finding("sql-string", 10, 50)}), Rules{"sql-string"});
  EXPECT_EQ(rules_left({finding("sql-request", 10, 50), finding("sql-request", 10, 50)}).size(), 2U);
}

TEST(Covered, SuppressedFindingsNeitherCoverNorGo) {
  Finding request = finding("sql-request", 20, 30);
  request.suppression.emplace();
  EXPECT_EQ(rules_left({finding("sql-string", 10, 50), request}).size(), 2U);
  Finding string = finding("sql-string", 10, 50);
  string.suppression.emplace();
  EXPECT_EQ(rules_left({string, finding("sql-request", 20, 30)}).size(), 2U);
}

}  // namespace
}  // namespace codelake
