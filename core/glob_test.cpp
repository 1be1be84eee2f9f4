// SPDX-License-Identifier: Apache-2.0
#include "core/glob.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

struct Row {
  const char* pattern;
  const char* path;
  bool matches;
};

TEST(Glob, FollowsTheRulesOfGitignore) {
  const Row rows[] = {
      {"*.py", "a.py", true},           {"*.py", "deep/er/a.py", true},   {"*.py", "a.pyc", false},
      {"build", "build/x/y.o", true},   {"build/", "build", false},       {"build/", "build/x", true},
      {"/build", "sub/build/x", false}, {"src/*.c", "src/a.c", true},     {"src/*.c", "src/x/a.c", false},
      {"src/**/a.c", "src/a.c", true},  {"src/**/a.c", "src/x/y/a.c", true}, {"**/gen", "a/b/gen/c", true},
      {"a?c", "abc", true},             {"a?c", "a/c", false},            {"[a-c].txt", "b.txt", true},
      {"[!a-c].txt", "b.txt", false},   {"a\\*b", "a*b", true},           {"a\\*b", "axb", false},
      {"docs/**", "docs/x/y", true},    {"", "x", false},
  };
  for (const Row& row : rows) EXPECT_EQ(Glob(row.pattern).matches(row.path), row.matches) << row.pattern << " " << row.path;
}

TEST(Glob, EndsQuicklyOnAPatternOfManyStars) {
  const std::string text(3000, 'a');
  EXPECT_FALSE(Glob("*a*a*a*a*a*a*a*a*b").matches(text));
}

}  // namespace
}  // namespace codelake
