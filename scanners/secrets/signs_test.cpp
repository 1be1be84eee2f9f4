// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/signs.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace codelake::secrets {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_base64(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_one_of(c, "+/-_");
}

// The slow truth, byte by byte.
Signs reference(std::string_view text) {
  Signs signs;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    while (end < text.size() && is_base64(text[end])) ++end;
    if (end - at >= k_encoded_run && (at == 0 || !is_base64(text[at - 1]))) signs.runs.push_back(at);
    if (text[at] == '%') signs.percents.push_back(at);
    if (text[at] == '\\' && at + 1 < text.size() && is_one_of(text[at + 1], "xu")) signs.backslashes.push_back(at);
    std::size_t begin = at;
    while (begin > 0 && is_one_of(text[begin - 1], " \t\r\n")) --begin;
    const bool quoted = begin > 0 && is_one_of(text[begin - 1], "\"'`");
    if (text[at] == '+' && quoted) signs.pluses.push_back(at);
    if (text[at] == '\n' && quoted) signs.line_breaks.push_back(at);
  }
  return signs;
}

TEST(Signs, AreThoseThatLookingByteByByteGives) {
  constexpr std::string_view bytes = "abcXYZ019+/-_xu \n\"'` \t\r+%\\=.[@{\x80\xFF";
  std::mt19937 random(11);
  std::size_t runs = 0;
  std::size_t joints = 0;
  for (int i = 0; i < 600; ++i) {
    std::string text;
    const std::size_t size = random() % 5000;
    const std::size_t first = random() % 3 * 7;
    while (text.size() < size) text += random() % 20 == 0 ? bytes[random() % bytes.size()] : bytes[first + random() % 13];
    const Signs found = signs_of(text, {0, text.size()}, Joints::plus_or_line);
    const Signs expected = reference(text);
    EXPECT_EQ(found.runs, expected.runs) << text;
    EXPECT_EQ(found.percents, expected.percents) << text;
    EXPECT_EQ(found.backslashes, expected.backslashes) << text;
    EXPECT_EQ(found.pluses, expected.pluses) << text;
    EXPECT_EQ(found.line_breaks, expected.line_breaks) << text;
    EXPECT_EQ(signs_of(text, {0, text.size()}, Joints::plus).pluses, expected.pluses) << text;
    EXPECT_TRUE(signs_of(text, {0, text.size()}, Joints::plus).line_breaks.empty());
    EXPECT_TRUE(signs_of(text, {0, text.size()}, Joints::none).pluses.empty());
    runs += expected.runs.size();
    joints += expected.pluses.size() + expected.line_breaks.size();
  }
  EXPECT_GT(runs, 1000U);
  EXPECT_GT(joints, 1000U);
}

}  // namespace
}  // namespace codelake::secrets
