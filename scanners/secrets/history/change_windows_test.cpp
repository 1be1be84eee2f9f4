// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/change_windows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace codelake::secrets::history {
namespace {

// Lines of 100 bytes.
std::string made_text(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) text += std::string(49, 'a') + " " + std::string(49, 'b') + "\n";
  return text;
}

Stretch copied(std::size_t begin, std::size_t size, std::size_t source) {
  Stretch stretch;
  stretch.copied = true;
  stretch.begin = begin;
  stretch.size = size;
  stretch.source = source;
  return stretch;
}

Stretch fresh(std::size_t begin, std::size_t size) {
  Stretch stretch;
  stretch.begin = begin;
  stretch.size = size;
  return stretch;
}

Mark mark_at(std::size_t begin) {
  Mark mark;
  mark.begin = static_cast<std::uint32_t>(begin);
  mark.end = mark.begin + 20;
  return mark;
}

// Ten bytes that are new at 5,030 of a text of 10,000.
ChangePlan plan_of_insertion(Sighted base) {
  base.whole = true;
  base.size = 10'000;
  std::string text = made_text(100);
  text.insert(5030, "0123456789");
  return plan_change(text, {copied(0, 5030, 0), fresh(5030, 10), copied(5040, 4970, 5030)}, base);
}

bool covers(const ChangePlan& plan, std::size_t begin, std::size_t end) {
  return std::any_of(plan.windows.begin(), plan.windows.end(),
                     [&](const Window& window) { return window.begin <= begin && window.end >= end; });
}

TEST(ChangeWindows, SurroundWhatIsNewFromTheBeginningOfALine) {
  const ChangePlan plan = plan_of_insertion({});
  ASSERT_EQ(plan.windows.size(), 1U);
  EXPECT_TRUE(covers(plan, 5030 - 320, 5040 + 320));
  EXPECT_EQ(plan.windows[0].begin % 100, 0U);
  EXPECT_LT(plan.windows[0].end - plan.windows[0].begin, 1000U);
}

TEST(ChangeWindows, LeaveAloneWhatWasCopiedAsAWhole) {
  Sighted base;
  base.marks = {mark_at(1000), mark_at(9000)};
  base.far = {{500, 1500}, {8000, 9500}};
  const ChangePlan plan = plan_of_insertion(base);
  EXPECT_EQ(plan.windows.size(), 1U);
  ASSERT_EQ(plan.known.marks.size(), 2U);
  EXPECT_EQ(plan.known.marks[1].begin, 9010U);
  EXPECT_EQ(plan.known.far, (std::vector<Window>{{500, 1500}, {8010, 9510}}));
}

TEST(ChangeWindows, SurroundThePiecesOfAStretchThatWasTorn) {
  Sighted base;
  base.marks = {mark_at(1000), mark_at(4200), mark_at(6200), mark_at(9000)};
  base.far = {{4000, 6500}};
  const ChangePlan plan = plan_of_insertion(base);
  EXPECT_TRUE(covers(plan, 4000 - 2500, 6510 + 2500));
  EXPECT_FALSE(covers(plan, 0, 1));
  EXPECT_TRUE(plan.known.far.empty());
  ASSERT_EQ(plan.known.marks.size(), 2U);
  EXPECT_EQ(plan.known.marks[0].begin, 1000U);
  EXPECT_EQ(plan.known.marks[1].begin, 9010U);
}

}  // namespace
}  // namespace codelake::secrets::history
