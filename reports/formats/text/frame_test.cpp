// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/text/frame.h"

#include <gtest/gtest.h>

namespace codelake::reports::text {
namespace {

Finding finding_at(std::string snippet, Position start, Position end) {
  Finding finding;
  finding.snippet = std::move(snippet);
  finding.range = {start, end};
  return finding;
}

std::string frame_of(const Finding& finding, int width = 100) { return frame({finding.snippet, finding.range}, Ink(false), width); }

TEST(Frame, PutsCaretsUnderTheRange) {
  EXPECT_EQ(frame_of(finding_at("x = eval(y)", {7, 5, 0}, {7, 12, 0})),
            "  7 | x = eval(y)\n"
            "    |     ^^^^^^^\n");
}

TEST(Frame, SaysBehindTheCaretsWhatIsThere) {
  EXPECT_EQ(frame({"x = get(y)", {{7, 5, 0}, {7, 11, 0}}, Severity::high, "(1) from here"}, Ink(false), 100),
            "  7 | x = get(y)\n"
            "    |     ^^^^^^ (1) from here\n");
}

TEST(Frame, CountsCellsNotCodePoints) {
  EXPECT_EQ(frame_of(finding_at("\t\xE5\x90\x8D = f(x)", {1, 6, 0}, {1, 10, 0})),
            "  1 |     \xE5\x90\x8D = f(x)\n"
            "    |          ^^^^\n");
}

TEST(Frame, MarksOneCellOfAnEmptyRange) {
  EXPECT_EQ(frame_of(finding_at("ab", {1, 2, 0}, {1, 2, 0})), "  1 | ab\n    |  ^\n");
}

TEST(Frame, ShowsFourLinesWhole) {
  EXPECT_EQ(frame_of(finding_at("f(\n  a,\n  b\n)", {9, 1, 0}, {12, 2, 0})),
            "  9 | f(\n    | ^^\n 10 |   a,\n 11 |   b\n 12 | )\n");
}

TEST(Frame, LeavesOutTheMiddleOfManyLines) {
  EXPECT_EQ(frame_of(finding_at("f(\n a,\n b,\n c,\n d)\n", {1, 1, 0}, {6, 1, 0})),
            "  1 | f(\n    | ^^\n  2 |  a,\n...\n  5 |  d)\n");
}

TEST(Frame, SaysThatLinesAreMissingFromACappedSnippet) {
  EXPECT_EQ(frame_of(finding_at("f(\n a,", {1, 1, 0}, {900, 2, 0})), "  1 | f(\n    | ^^\n  2 |  a,\n...\n");
}

TEST(Frame, CutsALongLineAroundTheCarets) {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const std::string shown = frame_of(finding_at(line, {1, 501, 0}, {1, 505, 0}), 40);
  EXPECT_EQ(shown,
            "  1 | ...aaaaaaaaaHEREbbbbbbbbbbbbbbb...\n"
            "    |             ^^^^\n");
}

TEST(Frame, MarksNothingBeyondTheEndOfACappedLine) {
  EXPECT_EQ(frame_of(finding_at("short", {1, 300, 0}, {1, 310, 0})), "  1 | short\n");
}

TEST(Frame, IsEmptyWithoutASnippetOrAPlace) {
  EXPECT_EQ(frame_of(finding_at("", {1, 1, 0}, {1, 2, 0})), "");
  EXPECT_EQ(frame_of(finding_at("x", {0, 0, 0}, {0, 0, 0})), "");
}

TEST(Frame, PaintsOnlyWhenAsked) {
  const Finding finding = finding_at("ab", {1, 1, 0}, {1, 2, 0});
  EXPECT_EQ(frame({finding.snippet, finding.range}, Ink(false), 80).find('\x1b'), std::string::npos);
  EXPECT_NE(frame({finding.snippet, finding.range}, Ink(true), 80).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace codelake::reports::text
