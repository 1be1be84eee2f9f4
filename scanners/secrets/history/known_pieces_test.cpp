// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/known_pieces.h"

#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/history/change_windows.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>

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

// What is asked for in a whole text, in which something is found by `hot`.
std::vector<Window> ask(KnownPieces& pieces, const std::string& text, std::vector<Window> hot = {}) {
  const Window whole{0, text.size()};
  std::vector<Window> unknown = pieces.unknown(text, {&whole, 1});
  pieces.learn(std::move(hot));
  return unknown;
}

TEST(KnownPieces, AreNotAskedForAgain) {
  KnownPieces pieces;
  const std::string text = made_lines(0, 1000);
  EXPECT_EQ(ask(pieces, text), (std::vector<Window>{{0, text.size()}}));
  EXPECT_TRUE(ask(pieces, text).empty());
}

TEST(KnownPieces, AreKnownInAnotherText) {
  KnownPieces pieces;
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

TEST(KnownPieces, AreAskedForWhereAByteNearbyIsAnother) {
  std::string text = made_lines(0, 1000);
  const std::size_t at = text.size() / 2;
  KnownPieces pieces;
  ask(pieces, text);
  text[at] = 'x';
  const std::vector<Window> unknown = ask(pieces, text);
  EXPECT_TRUE(covers(unknown, at - k_reach, at + k_reach));
  EXPECT_FALSE(covers(unknown, 0, 1));
}

TEST(KnownPieces, AreAskedForOnlyWhereSomethingWasFound) {
  KnownPieces pieces;
  const std::string text = made_lines(0, 1000);
  const std::size_t at = text.size() / 2;
  ask(pieces, text, {{at + 200, at + 220}, {at, at + 10}});
  const std::vector<Window> unknown = ask(pieces, text);
  EXPECT_TRUE(covers(unknown, line_begin(text, at), at + 10));
  EXPECT_TRUE(covers(unknown, line_begin(text, at + 200), at + 220));
  for (const Window& window : unknown) EXPECT_TRUE(window.begin + 100 > at && window.end < at + 300);
}

// A line with a token, a password or nothing, or the first line of a key that may not go on.
std::string made_line(std::mt19937& random) {
  const std::uint64_t seed = random();
  switch (random() % 40) {
    case 0: return "token = \"" + expand("ghp_{from}{base62:30}{crc32_base62:6}", seed) + "\"\n";
    case 1: return "db_password = \"" + expand("{base62:18}", seed) + "\"\n";
    case 2: return "url: postgres://user:" + expand("{base62:12}", seed) + "@host.example.com/db\n";
    case 3: return "-----BEGIN RSA PRIVATE " "KEY-----\n" + expand("{base62:64}", seed) + "\n";
    case 4: return "api_key: " + expand("{hex:32}", seed) + ", secret: " + expand("{hex:40}", seed) + "\n";
    case 5: return "auth(\"author\", key, password)\n";
    default: return "line " + std::to_string(random() % 1000) + " of some settings\n";
  }
}

using Place = std::tuple<std::string, std::size_t, std::size_t>;
std::vector<Place> places_of(const Hits& hits) {
  std::vector<Place> places;
  for (const Hit& hit : hits.list) places.emplace_back(hit.rule->id, hit.secret_begin, hit.secret_end);
  for (const Window& far : hits.far) places.emplace_back("far", far.begin, far.end);
  std::sort(places.begin(), places.end());
  return places;
}

TEST(KnownPieces, HoldNothingElseThanWhatIsFoundAtTheirPlaces) {
  static const Engine engine = builtin_engine();
  std::mt19937 random(7);
  std::size_t asked = 0;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    while (text.size() < 3000) text += made_line(random);
    const Hits whole = engine.find(text);
    KnownPieces pieces;
    ask(pieces, text, whole.hot);
    const std::vector<Window> places = ask(pieces, text);
    EXPECT_EQ(places_of(engine.find(text, places)), places_of(whole)) << text;
    for (const Window& window : places) asked += window.end - window.begin;
  }
  EXPECT_GT(asked, 0U);
  EXPECT_LT(asked, 200U * 2500U);
}

TEST(KnownPieces, AreOthersAtTheEndsOfATextThanWithin) {
  KnownPieces pieces;
  const std::string text = made_lines(0, 20);
  ask(pieces, text);
  EXPECT_FALSE(ask(pieces, text + "\n").empty());
  const std::string around = made_lines(100, 20) + text + made_lines(200, 20);
  const Window inside{around.size() / 3, around.size() / 3 + text.size()};
  EXPECT_FALSE(pieces.unknown(around, {&inside, 1}).empty());
}

}  // namespace
}  // namespace codelake::secrets::history
