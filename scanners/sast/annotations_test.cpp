// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/annotations.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

std::string printed(std::string_view text) {
  std::string all;
  for (const Annotation& annotation : annotations_of(text)) {
    all += std::to_string(static_cast<int>(annotation.kind)) + ":" + annotation.rule_id + "@" +
           std::to_string(annotation.line) + " ";
  }
  return all;
}

TEST(Annotations, SpeakOfTheNextLineOfCode) {
  EXPECT_EQ(printed("# ruleid: a\n# ok: b\ncode()\n"), "0:a@3 1:b@3 ");
}

TEST(Annotations, AreReadInEveryKindOfComment) {
  EXPECT_EQ(printed("// ruleid:a\nx\n<!-- ok: b -->\nx\n/* todoruleid: c */\nx\n{/* todook: d */}\nx\n"),
            "0:a@2 1:b@4 2:c@6 3:d@8 ");
}

TEST(Annotations, MayNameSeveralRules) {
  EXPECT_EQ(printed("# ruleid: a, b\nx\n"), "0:a@2 0:b@2 ");
}

TEST(Annotations, AreOpenWhereEnginesAreHeldToDifferentThings) {
  EXPECT_EQ(printed("# ruleid: deepok: a\nx\n# proruleid: deeptodoruleid: b, c\nx\n"), "2:a@2 2:b@4 2:c@4 ");
}

TEST(Annotations, StandAloneOnTheirLine) {
  EXPECT_EQ(printed("f() # ruleid: a\nx\n"), "");
}

TEST(Annotations, GiveExampleCode) {
  const std::string_view text = "# ruleid: a\nf(\n  1)\n\ng()\n# ok: a\nh()\n# ok: b\ni()\n";
  EXPECT_EQ(example_code(text, Annotation::Kind::ruleid, "a"), "f(\n  1)\n");
  EXPECT_EQ(example_code(text, Annotation::Kind::ok, "a"), "h()\n");
  EXPECT_EQ(example_code(text, Annotation::Kind::ok, "c"), "");
}

}  // namespace
}  // namespace codelake::sast
