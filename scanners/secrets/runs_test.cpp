// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/runs.h"

#include <gtest/gtest.h>

#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace codelake::secrets {
namespace {

// Where words begin in runs, and where values may.
using Places = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

Places places_in(std::string_view text, Window window) {
  Places places;
  const auto words = [&](std::size_t begin, std::span<const std::uint16_t> found) {
    for (const std::uint16_t place : found) places.first.push_back(begin + place);
  };
  Runs(text, window).visit_all(words, [&](std::size_t at) { places.second.push_back(at); });
  return places;
}

// The slow truth, byte by byte.
Places reference(std::string_view text, Window window) {
  const auto is_run = [&](std::size_t i) { return i < text.size() && is_run_byte(static_cast<unsigned char>(text[i])); };
  Places places;
  for (std::size_t at = window.begin; at < window.end; ++at) {
    std::size_t end = at;
    bool digit = false;
    for (; is_run(end); ++end) digit = digit || is_digit(text[end]);
    const bool run_begins = at == 0 || !is_run(at - 1);
    const bool word_begins = is_word_byte(text[at]) && (at == 0 || !is_word_byte(text[at - 1]));
    if (end - at < k_run_bytes) continue;
    if (word_begins) places.first.push_back(at);
    if (run_begins && (digit || end - at >= k_long_run_bytes)) places.second.push_back(at);
  }
  return places;
}

std::string made_text(std::mt19937& random, std::size_t size) {
  constexpr std::string_view bytes = "abcxyzABCXYZ__--../+~0189@[`{^,:;<=> \"'\\\n\x80\xC1\xFF";
  const std::size_t kinds = random() % 2 == 0 ? bytes.size() : 18;
  std::string text;
  while (text.size() < size) text += random() % 12 == 0 ? bytes[random() % bytes.size()] : bytes[random() % kinds];
  return text;
}

TEST(Runs, AreThoseThatLookingByteByByteGives) {
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string text = made_text(random, random() % 5000);
    const Window whole{0, text.size()};
    EXPECT_EQ(places_in(text, whole), reference(text, whole)) << text;
    const Window part{random() % (text.size() + 1), text.size()};
    const Window cut{part.begin, part.begin + random() % (text.size() - part.begin + 1)};
    EXPECT_EQ(places_in(text, cut), reference(text, cut)) << text;
    found += reference(text, whole).first.size();
  }
  EXPECT_GT(found, 1000U);
}

TEST(Runs, TellWhereNamesBegin) {
  std::mt19937 random(9);
  for (int i = 0; i < 300; ++i) {
    const std::string text = made_text(random, 1 + random() % 300);
    const std::size_t at = random() % text.size();
    const std::uint64_t begins = name_begins(text, at);
    for (std::size_t place = at; place < std::min(text.size(), at + 64); ++place) {
      const char before = place == 0 ? ' ' : text[place - 1];
      const bool expected = is_word_byte(text[place]) && (!is_letter(before) || (is_lower(before) && is_upper(text[place])));
      EXPECT_EQ((begins >> (place - at) & 1U) != 0, expected) << text << " at " << place;
    }
  }
}

TEST(Runs, EndWithTheText) {
  const std::string run = "0123456789abcdef";
  EXPECT_EQ(places_in(run, {0, run.size()}).first.size(), 1U);
  EXPECT_EQ(places_in(run, {0, run.size() - 1}).second.size(), 1U);
  EXPECT_EQ(places_in(run.substr(1), {0, run.size() - 1}), Places());
  EXPECT_EQ(places_in("", {0, 0}), Places());
}

}  // namespace
}  // namespace codelake::secrets
