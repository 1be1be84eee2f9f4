// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/expression.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::secrets {
namespace {

TEST(Expression, IsReadIntoItsParts) {
  const auto read = read_expression("a(?:b|[c-e]{2,}+)(?=f)");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->parts.size(), 3U);
  EXPECT_EQ(read->parts[0].kind, Expression::Kind::bytes);
  ASSERT_EQ(read->parts[1].kind, Expression::Kind::either);
  const Expression& repetition = read->parts[1].parts[1].parts[0];
  ASSERT_EQ(repetition.kind, Expression::Kind::repetition);
  EXPECT_EQ(repetition.min, 2U);
  EXPECT_EQ(repetition.max, k_unbounded);
  EXPECT_EQ(repetition.parts[0].bytes.count(), 3U);
  EXPECT_EQ(read->parts[2].kind, Expression::Kind::sequence);
  EXPECT_TRUE(read->parts[2].parts.empty());
}

TEST(Expression, KnowsBytesByTheirNumbers) {
  const auto read = read_expression(R"(\x41[\x80-\xFF])");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->parts[0].bytes[0x41]);
  EXPECT_EQ(read->parts[1].bytes.count(), 128U);
}

TEST(Expression, IsNotReadWhereSomethingIsNotKnown) {
  for (const char* pattern : {"^a", "a$", R"(\bab)", R"((a)\1)", "(?i)a", "[[:digit:]]", "(?>a)", "a{,3}", "a{3,2}",
                              "a(b", "a)", "[a", R"(\x4)", R"(\x{41})", "*", "a{99999999}"}) {
    EXPECT_FALSE(read_expression(pattern)) << pattern;
  }
  EXPECT_FALSE(read_expression(std::string(200, '(')));
}

}  // namespace
}  // namespace codelake::secrets
