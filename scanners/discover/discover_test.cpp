// SPDX-License-Identifier: Apache-2.0
#include "scanners/discover/discover.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace codelake::discover {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class DiscoverTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "codelake-discover-XXXXXX").string();
    root = fs::canonical(::mkdtemp(name.data())).string();
  }
  void TearDown() override { fs::remove_all(root); }

  void put(const std::string& path, const std::string& text = "x\n") const {
    fs::create_directories(fs::path(root + "/" + path).parent_path());
    std::ofstream(root + "/" + path) << text;
  }

  // Runs git in `folder` below the root, with no configuration but its own.
  void git(const std::string& arguments, const std::string& folder = ".") const {
    const std::string command = "cd '" + root + "/" + folder +
                                "' && GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null git -c user.name=a "
                                "-c user.email=a@example.com -c protocol.file.allow=always -c init.defaultBranch=main " +
                                arguments + (arguments.find('>') == std::string::npos ? " >/dev/null 2>&1" : "");
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
  }

  Discovered look(const Selection& selection = {}, const std::string& folder = "") const {
    auto found = discover(folder.empty() ? root : root + "/" + folder, config, selection);
    EXPECT_TRUE(found) << found.error().text();
    return std::move(*found);
  }

  static std::vector<std::string> paths(const Discovered& found) {
    std::vector<std::string> all;
    for (const auto& file : found.files) all.push_back(file.path);
    return all;
  }

  std::string root;
  Config config;
};

TEST_F(DiscoverTest, HonoursNestedAndNegatedIgnoreFilesOutsideACheckout) {
  put(".gitignore", "*.log\nbuild/\n");
  put("sub/.gitignore", "!keep.log\n");
  put("a.txt");
  put("a.log");
  put("sub/keep.log");
  put("sub/drop.log");
  put("build/out.txt");
  const Discovered found = look();
  EXPECT_THAT(paths(found), ElementsAre(".gitignore", "a.txt", "sub/.gitignore", "sub/keep.log"));
  EXPECT_EQ(found.coverage.files_skipped.at("ignored"), 2U);
  EXPECT_EQ(found.coverage.files_skipped.at("ignored folder"), 1U);
}

// Git itself is the reference: random ignore files over random paths.
TEST_F(DiscoverTest, IgnoresWhatGitIgnores) {
  std::mt19937 random(7);
  const auto pick = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
  const std::vector<std::string> names = {"a", "b", "ab", "c.log", "d.txt"};
  const std::vector<std::string> patterns = {"a", "b/", "*.log", "!c.log", "/a/b", "**/ab", "a/**", "!a/", "*", "!*/",
                                             "!d.txt", "a/*/d.txt", "[ab]", "?b", "/*", "!/a", "#a", "d.txt ", "ab/**/b", "\\!a"};
  for (int round = 0; round < 40; ++round) {
    fs::remove_all(root);
    fs::create_directories(root);
    git("init");
    for (int i = 0; i < 25; ++i) {
      std::string path = pick(names);
      for (std::size_t depth = random() % 4; depth > 0; --depth) path = pick({"a", "b", "ab"}) + "/" + path;
      if (!fs::exists(root + "/" + path) && !fs::is_regular_file(fs::path(root + "/" + path).parent_path())) {
        std::error_code error;
        fs::create_directories(fs::path(root + "/" + path).parent_path(), error);
        if (!error) std::ofstream(root + "/" + path) << "x";
      }
    }
    for (const std::string folder : {"", "a/", "a/b/", "b/"}) {
      if (!fs::is_directory(root + "/" + folder) || random() % 3 == 0) continue;
      std::string text;
      for (std::size_t i = random() % 4; i > 0; --i) text += pick(patterns) + "\n";
      put(folder + ".gitignore", text);
    }
    git("ls-files --others --exclude-standard -z > .git/listed 2>/dev/null && true");
    std::ifstream listed(root + "/.git/listed");
    std::vector<std::string> expected;
    for (std::string path; std::getline(listed, path, '\0');) expected.push_back(path);
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(paths(look()), expected) << "round " << round;
  }
}

TEST_F(DiscoverTest, NeverIgnoresATrackedFile) {
  git("init");
  put("build/keep.txt");
  put("build/drop.txt");
  git("add -f build/keep.txt");
  put(".gitignore", "build/\n");
  EXPECT_THAT(paths(look()), ElementsAre(".gitignore", "build/keep.txt"));
}

TEST_F(DiscoverTest, ObeysTheIgnoreFilesAboveAScannedFolder) {
  git("init");
  put(".gitignore", "*.log\n");
  put("sub/a.log");
  put("sub/a.txt");
  EXPECT_THAT(paths(look({}, "sub")), ElementsAre("a.txt"));
}

TEST_F(DiscoverTest, EntersASubmoduleWithItsOwnRules) {
  put("module/.gitignore", "*.tmp\n");
  put("module/in.txt");
  git("init", "module");
  git("add .", "module");
  git("commit -m one", "module");
  fs::create_directories(root + "/outer");
  git("init", "outer");
  git("submodule add ../module sub", "outer");
  put("outer/sub/x.tmp");
  put("outer/y.tmp");
  const auto found = look({}, "outer");
  EXPECT_THAT(paths(found), ElementsAre(".gitmodules", "sub/.gitignore", "sub/in.txt", "y.tmp"));
}

TEST_F(DiscoverTest, FollowsNoLinkAndOpensNoSpecialFile) {
  put("real/a.txt");
  fs::create_symlink("/etc", root + "/out");
  fs::create_symlink(root, root + "/real/loop");
  fs::create_symlink("a.txt", root + "/real/b.txt");
  ASSERT_EQ(::mkfifo((root + "/pipe").c_str(), 0600), 0);
  const Discovered found = look();
  EXPECT_THAT(paths(found), ElementsAre("real/a.txt"));
  EXPECT_EQ(found.coverage.files_skipped.at("symbolic link"), 3U);
  EXPECT_EQ(found.coverage.files_skipped.at("not a regular file"), 1U);
  ASSERT_EQ(found.notices.size(), 1U);
  EXPECT_EQ(found.notices[0].path, "pipe");
}

TEST_F(DiscoverTest, SaysWhichFileIsTooLarge) {
  put("sparse.bin");
  fs::resize_file(root + "/sparse.bin", 5ULL << 30U);
  const Discovered found = look();
  EXPECT_TRUE(found.files.empty());
  EXPECT_EQ(found.coverage.files_skipped.at("too large"), 1U);
  ASSERT_EQ(found.notices.size(), 1U);
  EXPECT_THAT(found.notices[0].message, HasSubstr("5368709120 bytes"));
}

TEST_F(DiscoverTest, LeavesOutWhatTheConfigurationExcludes) {
  config.include = {Glob("src/")};
  config.exclude = {Glob("*.gen.py")};
  put("src/a.py");
  put("src/a.gen.py");
  put("b.py");
  const Discovered found = look();
  EXPECT_THAT(paths(found), ElementsAre("src/a.py"));
  EXPECT_EQ(found.coverage.files_skipped.at("excluded by configuration"), 2U);
}

TEST_F(DiscoverTest, TakesStagedContentFromTheIndexNotFromTheWorkTree) {
  git("init");
  put("a.txt", "committed\n");
  put("same.txt");
  git("add .");
  git("commit -m one");
  put("a.txt", "staged\n");
  git("add a.txt");
  put("a.txt", "later\n");
  put("untracked.txt");
  const Discovered found = look({Selection::Kind::staged, ""});
  ASSERT_THAT(paths(found), ElementsAre("a.txt"));
  EXPECT_EQ(*found.read(found.files[0], 100), "staged\n");
  EXPECT_FALSE(found.read(found.files[0], 3));
}

TEST_F(DiscoverTest, SaysWhichStagedLinksAndSubmodulesAreNotLookedAt) {
  git("init");
  put("a.txt");
  git("add .");
  git("commit -m one");
  fs::create_symlink("a.txt", root + "/link");
  git("add link");
  git("update-index --add --cacheinfo 160000," + std::string(40, 'c') + ",module");
  const Discovered found = look({Selection::Kind::staged, ""});
  EXPECT_THAT(paths(found), ElementsAre());
  EXPECT_EQ(found.coverage.files_discovered, 2U);
  EXPECT_EQ(found.coverage.files_skipped.at("symbolic link"), 1U);
  EXPECT_EQ(found.coverage.files_skipped.at("submodule"), 1U);
  ASSERT_EQ(found.notices.size(), 2U);
  EXPECT_EQ(found.notices[0].path, "link");
  EXPECT_EQ(found.notices[1].path, "module");
}

TEST_F(DiscoverTest, BringsTheIgnoreListAlongWithWhatIsStaged) {
  git("init");
  put(".gitleaksignore", "a.txt:r:1\n");
  git("add .");
  git("commit -m one");
  EXPECT_THAT(paths(look({Selection::Kind::staged, ""})), ElementsAre());
  put("a.txt");
  git("add .");
  const Discovered found = look({Selection::Kind::staged, ""});
  ASSERT_THAT(paths(found), ElementsAre(".gitleaksignore", "a.txt"));
  EXPECT_EQ(*found.read(found.files[0], 100), "a.txt:r:1\n");
}

TEST_F(DiscoverTest, TakesWhatChangedSinceARevisionAndUntrackedFiles) {
  git("init");
  put("old.txt");
  put("gone.txt");
  git("add .");
  git("commit -m one");
  put("committed.txt");
  git("add .");
  git("commit -m two");
  put("new.txt");
  fs::remove(root + "/gone.txt");
  const Discovered found = look({Selection::Kind::since, "HEAD~1"});
  EXPECT_THAT(paths(found), ElementsAre("committed.txt", "new.txt"));
  EXPECT_FALSE(discover(root, config, {Selection::Kind::since, "nonsense"}));
}

TEST_F(DiscoverTest, TellsCommitBranchRemoteAndWhetherItIsDirty) {
  git("init");
  put("a.txt");
  git("add .");
  git("commit -m one");
  git("remote add origin https://user:word@example.com/team/shop.git");
  const auto clean = look().head;
  ASSERT_TRUE(clean);
  EXPECT_EQ(clean->commit.size(), 40U);
  EXPECT_EQ(clean->branch, "main");
  EXPECT_EQ(clean->remote, "https://example.com/team/shop.git");
  EXPECT_FALSE(clean->dirty);
  put("a.txt", "y\n");  // of the same size, and so soon that times alone could not tell
  EXPECT_TRUE(look().head->dirty);
  put("a.txt", "x\n");
  EXPECT_FALSE(look().head->dirty);
  fs::remove(root + "/a.txt");
  EXPECT_TRUE(look().head->dirty);
}

TEST_F(DiscoverTest, TellsALinkThatPointsElsewhereAsDirty) {
  git("init");
  fs::create_symlink("one", root + "/link");
  git("add .");
  git("commit -m one");
  EXPECT_FALSE(look().head->dirty);
  fs::remove(root + "/link");
  fs::create_symlink("two", root + "/link");
  EXPECT_TRUE(look().head->dirty);
}

TEST_F(DiscoverTest, GoesOnWithoutARepositoryThatIsBroken) {
  git("init");
  put("a.txt");
  put(".git/HEAD", "garbage");
  put(".git/config", "[core\n");
  const Discovered found = look();
  EXPECT_THAT(paths(found), ElementsAre("a.txt"));
  ASSERT_EQ(found.notices.size(), 1U);
  EXPECT_EQ(found.notices[0].kind, NoticeKind::repository);
  EXPECT_FALSE(discover(root, config, {Selection::Kind::staged, ""}));
}

TEST_F(DiscoverTest, FailsOnAFolderThatDoesNotExist) {
  const auto found = discover(root + "/nothing", config, {});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, ErrorKind::no_data);
}

TEST_F(DiscoverTest, LooksAtOneFile) {
  put("src/a.py");
  put("src/b.py");
  EXPECT_THAT(paths(look({}, "src/a.py")), ElementsAre("a.py"));
}

}  // namespace
}  // namespace codelake::discover
