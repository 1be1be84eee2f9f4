// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/encoded.h"

#include "scanners/secrets/rule/checksum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <tuple>
#include <vector>

namespace codelake::secrets {
namespace {

std::string base64(std::string_view bytes) {
  std::string text =
      encode_base64(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  while (text.size() % 4 != 0) text += '=';
  return text;
}

std::vector<Encoded> parts_of(std::string_view text, std::string_view language = {}) {
  DecodingBudget budget{1U << 20U};
  return encoded_parts(text, {0, text.size()}, language, budget);
}

TEST(EncodedParts, DecodesBase64WhereverItStands) {
  for (std::size_t before = 0; before < 60; ++before) {
    const std::string text = std::string(before, ' ') + base64("a text of some length") + "\n";
    const auto parts = parts_of(text);
    ASSERT_EQ(parts.size(), 1U) << before;
    EXPECT_EQ(parts[0].text, "a text of some length");
    EXPECT_EQ(parts[0].span.begin, before);
    EXPECT_EQ(parts[0].span.end, text.size() - 1);
  }
}

TEST(EncodedParts, DecodesHexadecimalAndEscapes) {
  const auto hex = parts_of("x = 7468697320697320612074657874");
  ASSERT_EQ(hex.size(), 1U);
  EXPECT_EQ(hex[0].text, "this is a text");
  const auto url = parts_of("see a%3Dlonger%26word%21 there");
  ASSERT_EQ(url.size(), 1U);
  EXPECT_EQ(url[0].text, "a=longer&word!");
  const auto unicode = parts_of(R"(k = "\u0061\u0062c\x64efghij")");
  ASSERT_EQ(unicode.size(), 1U);
  EXPECT_EQ(unicode[0].text, "abcdefghij");
}

TEST(EncodedParts, JoinsLiteralsOfAProgram) {
  const auto plus = parts_of("token = \"abc\" + \"defgh\" +\n   \"ijk\";", "java");
  ASSERT_EQ(plus.size(), 1U);
  EXPECT_EQ(plus[0].text, "token = \"abcdefghijk\"");
  EXPECT_TRUE(plus[0].joined);
  const auto lines = parts_of("t = ('abcd'\n     'efgh')", "python");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].text, "t = ('abcdefgh'");
  EXPECT_TRUE(parts_of("a = \"abc\" + \"defgh\"").empty()) << "no language is known";
}

TEST(EncodedParts, LeavesOutWhatIsNoText) {
  EXPECT_TRUE(parts_of(base64(std::string(40, '\x80'))).empty());
  EXPECT_TRUE(parts_of("0123456789abcdef0123456789abcdef").empty());
  EXPECT_TRUE(parts_of("a path/of/some/length/that/goes/on/and/on").empty());
}

TEST(EncodedParts, KeepsToItsBudget) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += base64("a text of some length") + "\n";
  DecodingBudget budget{100};
  EXPECT_EQ(encoded_parts(text, {0, text.size()}, {}, budget).size(), 4U);
  EXPECT_TRUE(budget.exhausted);
}

double seconds_for(const std::string& text) {
  const std::clock_t start = std::clock();
  parts_of(text, "javascript");
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(EncodedParts, TakeLinearTimeOnHostileText) {
  for (const char* piece : {"%41", "\\x41", "\"+\"", "\"\n\"", "a", "+", "\" + ", "41"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LT(seconds_for(text), 4.0) << piece;
  }
}

// Lines in which much begins, goes on and is broken off.
std::string made_lines(std::mt19937& random, std::size_t size) {
  const std::vector<std::string> pieces = {"\"abc\"", "'x", "\"", "'", "`", " + ", "+", "\n", "\n", "\n  ", "\\\n", "\r\n", "\\", " ",
                                           "name", ",", " = ", base64("a text of some length"), "%41%42cdefghij",
                                           "\\x61bcdefghijk", "7468697320697320612074657874", ")"};
  std::string text;
  while (text.size() < size) text += pieces[random() % pieces.size()];
  return text;
}

using Told = std::vector<std::tuple<std::size_t, std::size_t, std::string>>;

// What is encoded in a window, sorted.
Told told_of(std::string_view text, std::size_t begin, std::size_t end) {
  DecodingBudget budget{1U << 20U};
  Told told;
  for (const Encoded& part : encoded_parts(text, {begin, end}, k_any_language, budget)) {
    told.emplace_back(part.span.begin, part.span.end, part.text);
  }
  std::sort(told.begin(), told.end());
  return told;
}

TEST(EncodedParts, OfPiecesAreThoseOfTheWholeWherePartsAreApart) {
  std::mt19937 random(5);
  std::size_t cut = 0;
  std::size_t parts = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = made_lines(random, 50 + random() % 300);
    const Told whole = told_of(text, 0, text.size());
    const std::size_t at = random() % text.size();
    for (const std::size_t place : {parts_apart_after(text, at, text.size()), parts_apart_before(text, 0, at)}) {
      Told pieces = told_of(text, 0, place);
      const Told behind = told_of(text, place, text.size());
      pieces.insert(pieces.end(), behind.begin(), behind.end());
      EXPECT_EQ(pieces, whole) << text << "\ncut at " << place;
      cut += place > 0 && place < text.size() ? 1 : 0;
    }
    parts += whole.size();
  }
  EXPECT_GT(cut, 2000U);
  EXPECT_GT(parts, 5000U);
}

TEST(EncodedParts, StayTheSameBehindAPlaceWherePartsAreApartWhateverStandsBefore) {
  std::mt19937 random(6);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = made_lines(random, 300);
    const std::string other = made_lines(random, 100);
    const std::size_t at = random() % text.size();
    const std::size_t place = parts_apart_after(text, at, text.size());
    if (place < text.size()) {
      const std::string changed = other + text.substr(at);
      Told expected = told_of(text, place, text.size());
      for (auto& [begin, end, said] : expected) {
        begin += other.size() - at;
        end += other.size() - at;
      }
      EXPECT_EQ(told_of(changed, place - at + other.size(), changed.size()), expected) << text << "\nfrom " << at;
    }
    const std::size_t before = parts_apart_before(text, 0, at);
    EXPECT_EQ(told_of(text.substr(0, at) + other, 0, before), told_of(text, 0, before)) << text << "\nup to " << at;
  }
}

}  // namespace
}  // namespace codelake::secrets
