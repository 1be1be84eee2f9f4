// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/secret_file.h"

#include <gtest/gtest.h>

namespace codelake::secrets {
namespace {

std::string read_as(const std::string& path, const std::string& text) {
  FileInfo info;
  info.path = path;
  const SourceFile file(info, text, {});
  const auto read = read_secret_file(file);
  if (!read) return "";
  EXPECT_EQ(read->text.substr(read->text.find('=') + 1),
            text.substr(read->span.begin, read->span.size()) + "\n");
  return read->text;
}

TEST(SecretFile, GivesTheValueTheNameOfTheFile) {
  EXPECT_EQ(read_as("deploy/db_password.txt", "kqx7RtZw\n"), "db_password=kqx7RtZw\n");
  EXPECT_EQ(read_as(".vault_pass", "# of the vault\n\n  kqx7RtZw  \n"), "vault_pass=kqx7RtZw\n");
  EXPECT_EQ(read_as("config/master.key", "kqx7RtZw"), "master_key=kqx7RtZw\n");
}

TEST(SecretFile, LeavesOtherFilesAlone) {
  EXPECT_EQ(read_as("password.txt", "one\ntwo\n"), "");
  EXPECT_EQ(read_as("password.txt", "two words\n"), "");
  EXPECT_EQ(read_as("password.txt", "a=b\n"), "");
  EXPECT_EQ(read_as("token_of_release_7.txt", "kqx7RtZw"), "");
  EXPECT_EQ(read_as("password.txt", ""), "");
  EXPECT_EQ(read_as("password.txt", "# nothing\n"), "");
  EXPECT_EQ(read_as("password.txt", std::string(3000, 'a')), "");
}

}  // namespace
}  // namespace codelake::secrets
