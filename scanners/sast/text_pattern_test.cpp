// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/text_pattern.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

using Texts = std::vector<std::string>;

// The texts a pattern of `languages: [generic]` finds.
Texts found(const std::string& pattern, const std::string& text) {
  Rule rule;
  rule.metavariables = {"$X", "$...REST"};
  const auto compiled = compile_text_pattern(pattern, rule.metavariables);
  if (!compiled) return {compiled.error().cause};
  const TextTree tree = text_tree(text);
  Budget budget{1'000'000, false};
  Texts all;
  for (const Match& match : find_text(*compiled, rule.options, {text, tree}, budget)) all.push_back(text.substr(match.begin, match.end - match.begin));
  return all;
}

TEST(TextPattern, IsWordsAndMarksHoweverTheyAreLaidOut) {
  EXPECT_EQ(found("f(x);", "a f ( x ) ;\nf(\n  x);\nff(x);"), (Texts{"f ( x ) ;", "f(\n  x);"}));
}

TEST(TextPattern, BindsOneWordAndAsksForItAgain) {
  EXPECT_EQ(found("$X = $X", "a = a\nb = c\n"), Texts{"a = a"});
}

TEST(TextPattern, PassesOverTenLinesAtMost) {
  EXPECT_EQ(found("a ... z", "a b c z"), Texts{"a b c z"});
  EXPECT_EQ(found("a ... z", "a" + std::string(10, '\n') + "z").size(), 1U);
  EXPECT_EQ(found("a ... z", "a" + std::string(11, '\n') + "z").size(), 0U);
  EXPECT_EQ(found("a ... ... z", "a" + std::string(11, '\n') + "z").size(), 1U);
}

TEST(TextPattern, TakesTheRestOfTheBlockAtItsEnd) {
  EXPECT_EQ(found("server ...", "x (server a b) c"), Texts{"server a b"});
}

TEST(TextPattern, AsksForABlockWhereItHasOne) {
  EXPECT_EQ(found("if x\n  y\n", "if x\n  y\nif x y\n"), Texts{"if x\n  y"});
}

TEST(TextPattern, NeverLeavesTheBlockItStartsIn) {
  EXPECT_EQ(found("pin ... pin", "set\n  pin a\n  pin b\nset\n  pin c\n"), Texts{"pin a\n  pin"});
  EXPECT_EQ(found("a ... z", "f(a) z"), Texts{});
  EXPECT_EQ(found("a z", "  a\nz"), Texts{});
  EXPECT_EQ(found("a ... z", "a {\n  b\n}\nz"), Texts{"a {\n  b\n}\nz"});
}

TEST(TextPattern, KeepsTheShorterOfTwoThatEndTogether) {
  EXPECT_EQ(found("a ... z", "a a z"), Texts{"a z"});
}

TEST(TextPattern, RefusesAGapAfterAGap) {
  EXPECT_EQ(found("a ... $...REST", "a"), Texts{"$...X right after an ellipsis"});
  EXPECT_EQ(found("  ", "a"), Texts{"it is empty"});
}

TEST(TextTree, SurvivesBracketsOfEveryKind) {
  for (const std::string text : {"((((", "))))", "([)]", "(\n(\n)\n)", "\t(\n x\n)", ""}) {
    const TextTree tree = text_tree(text);
    for (std::size_t at = 1; at < tree.nodes.size(); ++at) {
      EXPECT_LT(tree.nodes[at].parent, at);
      EXPECT_LE(tree.block_end(static_cast<std::uint32_t>(at)), tree.nodes.size());
      EXPECT_GT(tree.block_end(static_cast<std::uint32_t>(at)), at);
    }
  }
}

}  // namespace
}  // namespace codelake::sast
