// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/empty_pieces.h"

#include "scanners/secrets/history/change_windows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace codelake::secrets::history {
namespace {

// Lines no two of which are the same.
std::string made_lines(std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) text += "line " + std::to_string(i * 7919) + " of some settings\n";
  return text;
}

bool covers(const std::vector<Window>& windows, std::size_t begin, std::size_t end) {
  return std::any_of(windows.begin(), windows.end(), [&](const Window& window) { return window.begin <= begin && window.end >= end; });
}

// What is asked for in a whole text, in which something is found at `found`.
std::vector<Window> ask(EmptyPieces& pieces, const std::string& text, std::vector<Window> found = {}) {
  const Window whole{0, text.size()};
  std::vector<Window> unknown = pieces.unknown(text, {&whole, 1});
  pieces.learn(std::move(found));
  return unknown;
}

TEST(EmptyPieces, AreNotAskedForAgain) {
  EmptyPieces pieces;
  const std::string text = made_lines(0, 1000);
  EXPECT_EQ(ask(pieces, text), (std::vector<Window>{{0, text.size()}}));
  EXPECT_TRUE(ask(pieces, text).empty());
}

TEST(EmptyPieces, AreKnownInAnotherText) {
  EmptyPieces pieces;
  const std::string shared = made_lines(0, 1000);
  const auto unknown_behind = [&](const std::string& before) {
    const Window behind{before.size(), before.size() + shared.size()};
    std::vector<Window> unknown = pieces.unknown(before + shared, {&behind, 1});
    pieces.learn({});
    return unknown;
  };
  EXPECT_EQ(unknown_behind(made_lines(5000, 300)).size(), 1U);
  const std::string before = made_lines(9000, 500);
  const std::vector<Window> unknown = unknown_behind(before);
  EXPECT_TRUE(covers(unknown, before.size(), before.size() + k_reach));  // what stands before it is another
  EXPECT_FALSE(covers(unknown, before.size() + shared.size() - 1, before.size() + shared.size()));
}

TEST(EmptyPieces, AreAskedForWhereAByteNearbyIsAnother) {
  std::string text = made_lines(0, 1000);
  const std::size_t at = text.size() / 2;
  EmptyPieces pieces;
  ask(pieces, text);
  text[at] = 'x';
  const std::vector<Window> unknown = ask(pieces, text);
  EXPECT_TRUE(covers(unknown, at - k_reach, at + k_reach));
  EXPECT_FALSE(covers(unknown, 0, 1));
}

TEST(EmptyPieces, AreNoneWhereSomethingWasFound) {
  EmptyPieces pieces;
  const std::string text = made_lines(0, 1000);
  const std::size_t at = text.size() / 2;
  ask(pieces, text, {{at + 100, at + 120}, {at, at + 10}});
  const std::vector<Window> unknown = ask(pieces, text);
  EXPECT_TRUE(covers(unknown, at - k_reach, at + 120 + k_reach));
  EXPECT_FALSE(covers(unknown, 0, 1));
  EXPECT_FALSE(covers(unknown, text.size() - 1, text.size()));
}

TEST(EmptyPieces, AreOthersAtTheEndsOfATextThanWithin) {
  EmptyPieces pieces;
  const std::string text = made_lines(0, 20);
  ask(pieces, text);
  EXPECT_FALSE(ask(pieces, text + "\n").empty());
  const std::string around = made_lines(100, 20) + text + made_lines(200, 20);
  const Window inside{around.size() / 3, around.size() / 3 + text.size()};
  EXPECT_FALSE(pieces.unknown(around, {&inside, 1}).empty());
}

}  // namespace
}  // namespace codelake::secrets::history
