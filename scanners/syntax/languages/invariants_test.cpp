// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/invariants.h"

#include "scanners/syntax/language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace codelake::syntax {
namespace {

std::string snippet(const Language& language) {
  const auto folder = std::filesystem::path(CODELAKE_SOURCE_DIR) / "scanners/syntax/languages" / language.name();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().stem() != "snippet" || entry.path().extension() == ".tree") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  return {};
}

// Replaces, removes and doubles some bytes.
std::string mutated(std::string text, std::mt19937& random) {
  for (int change = 0; change < 6; ++change) {
    const std::size_t at = random() % text.size();
    switch (random() % 3) {
      case 0: text[at] = static_cast<char>(random() % 256); break;
      case 1: text.erase(at, 1 + random() % 8); break;
      default: text.insert(at, text.substr(random() % text.size(), random() % 12)); break;
    }
    if (text.empty()) text = "x";
  }
  return text;
}

TEST(TreeInvariants, HoldForEverySnippet) {
  for (const auto& language : all_languages()) {
    const std::string text = snippet(*language);
    EXPECT_EQ(broken_invariant(language->parse(text, 1000)), "") << language->name();
  }
}

TEST(TreeInvariants, HoldForRandomlyDamagedCode) {
  std::mt19937 random(20240229);
  for (const auto& language : all_languages()) {
    const std::string text = snippet(*language);
    for (int round = 0; round < 150; ++round) {
      const std::string damaged = mutated(text, random);
      const Tree tree = language->parse(damaged, 1000);
      ASSERT_EQ(broken_invariant(tree), "") << language->name() << " round " << round << "\n" << damaged;
      ASSERT_LE(tree.error_bytes, damaged.size());
    }
  }
}

TEST(TreeInvariants, HoldWhenTheDepthLimitIsHit) {
  for (const auto& language : all_languages()) {
    const std::string text = snippet(*language);
    for (const std::size_t depth : {0U, 1U, 3U, 5U}) {
      const Tree tree = language->parse(text, depth);
      EXPECT_EQ(broken_invariant(tree), "") << language->name();
      EXPECT_TRUE(tree.depth_limit_hit) << language->name();
      EXPECT_GT(tree.error_count, 0U);
    }
  }
}

TEST(TreeInvariants, HoldForNestingWithoutEnd) {
  constexpr std::size_t levels = 4'000;
  for (const auto& language : all_languages()) {
    for (const char* open : {"(", "[", "f(", "{", "-", "a+"}) {
      std::string text = language->name() == "php" ? "<?php " : "";
      for (std::size_t level = 0; level < levels; ++level) text += open;
      const Tree tree = language->parse(text, 1000);
      EXPECT_EQ(broken_invariant(tree), "") << language->name() << " " << open;
      // What is no bracket in a language is a piece of text.
      const bool nested = tree.nodes.size() > levels / 2;
      EXPECT_TRUE(!nested || tree.error_count > 0) << language->name() << " " << open;
    }
  }
}

}  // namespace
}  // namespace codelake::syntax
