// SPDX-License-Identifier: Apache-2.0
#include "core/multi_pattern.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <thread>

namespace codelake {
namespace {

using Ends = std::set<std::pair<std::uint32_t, std::size_t>>;

Ends ends_of(const MultiPattern& patterns, std::string_view text) {
  Ends ends;
  patterns.scan(text, [&](std::uint32_t id, std::size_t end) { ends.insert({id, end}); });
  return ends;
}

const std::vector<MultiPattern::Expression> k_two = {{"ab{2}", 7}, {"c[0-9]d", 9}};

TEST(MultiPattern, TellsWhichExpressionEndsWhere) {
  const auto patterns = MultiPattern::compile(k_two);
  ASSERT_TRUE(patterns);
  EXPECT_EQ(ends_of(*patterns, "xabb c5d abb"), (Ends{{7, 4}, {9, 8}, {7, 12}}));
  EXPECT_EQ(ends_of(*patterns, ""), Ends{});
}

TEST(MultiPattern, GivesTheSameAfterStorageForEveryInstructionSetThisCpuHas) {
  for (const auto cpu : {MultiPattern::Cpu::baseline, MultiPattern::Cpu::avx2, MultiPattern::Cpu::avx512}) {
    const auto bytes = MultiPattern::compile_to_bytes(k_two, cpu);
    ASSERT_TRUE(bytes);
    const auto patterns = MultiPattern::from_bytes(*bytes);
    EXPECT_TRUE(patterns || cpu != MultiPattern::Cpu::baseline);
    if (!patterns) continue;
    EXPECT_EQ(ends_of(*patterns, "abb c5d"), (Ends{{7, 3}, {9, 7}}));
  }
}

TEST(MultiPattern, NamesTheExpressionThatDoesNotCompile) {
  const auto patterns = MultiPattern::compile({{"fine", 0}, {"bro(ken", 1}});
  ASSERT_FALSE(patterns);
  EXPECT_EQ(patterns.error().subject, "bro(ken");
  EXPECT_FALSE(MultiPattern::from_bytes("no automaton"));
}

TEST(MultiPattern, ApproximatesLookAroundFromAbove) {
  const auto patterns = MultiPattern::compile({{"(?<!x)key", 0}});
  ASSERT_TRUE(patterns);
  EXPECT_EQ(ends_of(*patterns, "a key").count({0, 5}), 1U);
}

TEST(MultiPattern, KnowsHowWideAMatchCanBe) {
  const auto bounded = MultiPattern::width("a{3,7}");
  ASSERT_TRUE(bounded);
  EXPECT_EQ(bounded->min, 3U);
  EXPECT_EQ(bounded->max, 7U);
  const auto open = MultiPattern::width("ab+");
  ASSERT_TRUE(open);
  EXPECT_EQ(open->max, SIZE_MAX);
}

TEST(MultiPattern, PassesAnExceptionOfTheCallerOn) {
  const auto patterns = MultiPattern::compile(k_two);
  ASSERT_TRUE(patterns);
  EXPECT_THROW(patterns->scan("abb", [](std::uint32_t, std::size_t) { throw std::runtime_error("stop"); }),
               std::runtime_error);
  EXPECT_EQ(ends_of(*patterns, "abb").size(), 1U);
}

TEST(MultiPattern, IsSharedByThreads) {
  const auto patterns = MultiPattern::compile(k_two);
  ASSERT_TRUE(patterns);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "abb c5d ";
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : counts) threads.emplace_back([&] { count = ends_of(*patterns, text).size(); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counts, std::vector<std::size_t>(4, 2000));
}

}  // namespace
}  // namespace codelake
