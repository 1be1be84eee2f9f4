// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/reviewed.h"

#include <gtest/gtest.h>

#include <string_view>

namespace codelake::sast {
namespace {

// Whether the code from HERE to the next semicolon is marked.
bool marked(std::string_view code) {
  const LineIndex lines(code);
  const auto at = code.find("HERE");
  return is_marked_reviewed(lines, lines.range(at, code.find(';', at)));
}

TEST(Reviewed, AWordToASecurityToolBesideTheCode) {
  EXPECT_TRUE(marked("f(HERE); //nolint:gosec // only shows the name\n"));
  EXPECT_TRUE(marked("f(HERE); // nolint: errcheck, gosec\n"));
  EXPECT_TRUE(marked("f(HERE); # nosec B501\n"));
  EXPECT_TRUE(marked("f(HERE); # noqa: E501, S501\n"));
  EXPECT_TRUE(marked("f(HERE,\n  b, // NOSONAR\n  c);\n"));
  EXPECT_TRUE(marked("// eslint-disable-next-line security/detect-eval\nf(HERE);\n"));
}

TEST(Reviewed, NotAWordAboutSomethingElseOrSomewhereElse) {
  EXPECT_FALSE(marked("f(HERE); //nolint:errcheck\n"));
  EXPECT_FALSE(marked("f(HERE); # noqa: E501\n"));
  EXPECT_FALSE(marked("f(HERE, \"nosec\");\n"));
  EXPECT_FALSE(marked("// eslint-disable-next-line no-console\nf(HERE);\n"));
  EXPECT_FALSE(marked("g(); // nosec\nf(HERE);\n"));
  EXPECT_FALSE(marked("f(HERE);\n// nosec\ng();\n"));
}

}  // namespace
}  // namespace codelake::sast
