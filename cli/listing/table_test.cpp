// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/table.h"

#include <gtest/gtest.h>

namespace codelake::cli {
namespace {

TEST(Table, AlignsColumns) {
  Table table({{"NAME"}, {"COUNT", true}, {"WORD"}});
  table.add({"a", "7", "x"});
  table.add({"longer", "1200", "y"});
  EXPECT_EQ(table.text(0),
            "NAME    COUNT  WORD\n"
            "a           7  x\n"
            "longer   1200  y\n");
}

TEST(Table, CutsOnlyTheLastColumn) {
  Table table({{"ID"}, {"MESSAGE"}});
  table.add({"1", std::string(60, 'm')});
  EXPECT_EQ(table.text(34), "ID  MESSAGE\n1   " + std::string(27, 'm') + "...\n");
  EXPECT_EQ(table.text(10), table.text(0)) << "too narrow to leave anything to read";
}

TEST(Table, ShowsWhatCouldDriveATerminal) {
  Table table({{"A"}});
  table.add({"\x1b[31mred\nnext\x07"});
  const std::string text = table.text(0);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_NE(text.find("\\x1b[31mred next\\x07"), std::string::npos) << text;
}

}  // namespace
}  // namespace codelake::cli
