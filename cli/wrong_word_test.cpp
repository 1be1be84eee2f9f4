// SPDX-License-Identifier: Apache-2.0
#include "cli/wrong_word.h"

#include <gtest/gtest.h>

namespace codelake::cli {
namespace {

class WrongWordTest : public ::testing::Test {
 protected:
  WrongWordTest() : m_app("", "codelake") {
    m_app.add_option("--color", m_text);
    CLI::App* scan = m_app.add_subcommand("scan", "");
    scan->add_option("path", m_text);
    scan->add_option("--fail-on", m_text);
    scan->add_flag("--staged", m_flag);
    m_app.add_subcommand("db", "")->add_subcommand("update", "");
  }

  std::string said(const std::vector<std::string>& words) { return wrong_word(m_app, words).value_or(""); }

  CLI::App m_app;
  std::string m_text;
  bool m_flag = false;
};

TEST_F(WrongWordTest, NamesTheNearestCommand) {
  EXPECT_EQ(said({"sacn"}), "there is no command 'sacn'; did you mean 'scan'? 'codelake --help' lists them");
  EXPECT_EQ(said({"db", "updaet"}), "there is no command 'updaet'; did you mean 'update'? 'codelake db --help' lists them");
}

TEST_F(WrongWordTest, NamesTheNearestOption) {
  EXPECT_EQ(said({"scan", "--fail-onn=high"}),
            "there is no option '--fail-onn'; did you mean '--fail-on'? 'codelake scan --help' lists them");
  EXPECT_EQ(said({"scan", "-q"}), "there is no option '-q'; 'codelake scan --help' lists them");
}

TEST_F(WrongWordTest, TakesValuesAndPathsForWhatTheyAre) {
  EXPECT_EQ(said({"--color", "never", "scan", "--fail-on", "sacn", "folder", "--staged", "--color=always"}), "");
  EXPECT_EQ(said({"scan", "--", "--fail-onn"}), "");
}

TEST_F(WrongWordTest, KeepsControlCharactersOfTheWordFromTheTerminal) {
  EXPECT_EQ(said({"\x1b[31m"}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace codelake::cli
