// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/mark_search.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <utility>

namespace codelake::secrets {
namespace {

using Places = std::set<std::pair<std::size_t, std::size_t>>;

Places places_in(const MarkSearch& search, std::string_view text, Window window) {
  Places places;
  std::size_t last = window.begin;
  search.visit_all(text, window, [&](std::size_t mark, std::size_t begin) {
    EXPECT_LE(last, begin);
    last = begin;
    places.emplace(begin, mark);
  });
  return places;
}

// The slow truth, byte by byte.
Places reference(const Tails& tails, std::string_view text, Window window) {
  const auto stands = [&](std::size_t mark, std::size_t at) {
    for (std::size_t place = 0; place < tails.mark_size(mark); ++place) {
      if (at + place >= text.size()) return false;
      const auto byte = static_cast<unsigned char>(text[at + place]);
      if ((static_cast<unsigned char>(tails.mark_set(mark, place)[byte / 8U]) >> byte % 8U & 1U) == 0) return false;
    }
    return true;
  };
  Places places;
  for (std::size_t at = window.begin; at < window.end; ++at) {
    for (std::size_t mark = 0; mark < tails.marks(); ++mark) {
      if (stands(mark, at)) places.emplace(at, mark);
    }
  }
  return places;
}

TEST(MarkSearch, FindsWhatLookingByteByByteFinds) {
  const Tails tails({{0, "(?i:key)[0-9]"}, {1, "pwd=|aw "}, {2, "-u[ =]"}, {3, "xy"}, {4, "(?:keyring|KEY_OF_IT)"}, {5, R"(\xC3\xA4|\x00\x01)"}});
  const MarkSearch search(tails);
  std::mt19937 random(5);
  std::size_t found = 0;
  for (int i = 0; i < 500; ++i) {
    std::string text;
    const std::size_t size = random() % 5000;
    while (text.size() < size) text += "keypwd= aw-uxyring_OFITKEY0\xC3\xA4"[random() % (random() % 4 == 0 ? 30 : 9)];
    const Window whole{0, text.size()};
    EXPECT_EQ(places_in(search, text, whole), reference(tails, text, whole)) << text;
    const std::size_t begin = random() % (text.size() + 1);
    const Window part{begin, begin + random() % (text.size() - begin + 1)};
    EXPECT_EQ(places_in(search, text, part), reference(tails, text, part)) << text;
    found += reference(tails, text, whole).size();
  }
  EXPECT_GT(found, 1000U);
}

TEST(MarkSearch, FindsNothingWithoutMarks) {
  EXPECT_TRUE(places_in(MarkSearch(Tails()), "password = key", {0, 14}).empty());
  EXPECT_TRUE(places_in(MarkSearch(), "password = key", {0, 14}).empty());
}

}  // namespace
}  // namespace codelake::secrets
