// SPDX-License-Identifier: Apache-2.0
#include "core/file.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace codelake {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "codelake-file-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(folder); }
  std::string folder;
};

TEST_F(FileTest, ReadsBackWhatWasWritten) {
  const std::string path = folder + "/a";
  ASSERT_TRUE(write_file_atomically(path, "one"));
  ASSERT_TRUE(write_file_atomically(path, "two"));
  EXPECT_EQ(*read_file(path, 100), "two");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}), 1) << "no temporary file is left";
}

TEST_F(FileTest, AFileThatIsReplacedHandsOnItsPermissions) {
  const std::string path = folder + "/a";
  ASSERT_TRUE(write_file_atomically(path, "one"));
  fs::permissions(path, fs::perms::owner_all);
  ASSERT_TRUE(write_file_atomically(path, "two"));
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
}

TEST_F(FileTest, RefusesAFileAboveTheLimit) {
  ASSERT_TRUE(write_file_atomically(folder + "/a", "12345"));
  EXPECT_TRUE(read_file(folder + "/a", 5));
  EXPECT_FALSE(read_file(folder + "/a", 4));
}

TEST_F(FileTest, DoesNotWaitForAFifo) {
  ASSERT_EQ(::mkfifo((folder + "/pipe").c_str(), 0600), 0);
  const auto content = read_file(folder + "/pipe", 10);
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().cause, "not a regular file");
}

TEST_F(FileTest, WritesIntoAPipeInsteadOfReplacingIt) {
  const std::string pipe = folder + "/pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string read;
  std::jthread reader([&] {
    std::ifstream in(pipe);
    std::getline(in, read);
  });
  ASSERT_TRUE(write_file_atomically(pipe, "text\n"));
  reader.join();
  EXPECT_EQ(read, "text");
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(FileTest, KeepsTheOldFileWhenTheDiskIsFull) {
  const std::string path = folder + "/a";
  ASSERT_TRUE(write_file_atomically(path, "old"));
  rlimit before = {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small = {16, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const bool written = write_file_atomically(path, std::string(1000, 'x')).has_value();
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_FALSE(written);
  EXPECT_EQ(*read_file(path, 100), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}), 1);
}

}  // namespace
}  // namespace codelake
