// SPDX-License-Identifier: Apache-2.0
#include "core/git_index.h"

#include "core/file.h"
#include "core/git_library.h"
#include "core/git_staged.h"
#include "tests/support/temporary_directory.h"

#include <git2.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <set>

namespace codelake::git {
namespace {

namespace fs = std::filesystem;

template <class T, void (*Free)(T*)>
struct Freed {
  void operator()(T* object) const { Free(object); }
};
template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

// What is read of the index of a made-up repository, beside what libgit2 reads of it.
class GitIndexTest : public testing::Test {
 protected:
  void SetUp() override {
    start_library();
    git("init");
    git_repository* raw = nullptr;
    ASSERT_EQ(git_repository_open(&raw, m_folder.path().c_str()), 0);
    m_repository.reset(raw);
  }

  void git(const std::string& arguments) const {
    const std::string command = "cd '" + m_folder.path() +
                                "' && GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null git -c user.name=a "
                                "-c user.email=a@example.com -c init.defaultBranch=main " +
                                arguments + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
  }
  void put(const std::string& path, const std::string& text) const {
    fs::create_directories(fs::path(m_folder.file(path)).parent_path());
    ASSERT_TRUE(write_file_atomically(m_folder.file(path), text));
  }
  std::string bytes() const { return *read_file(m_folder.file(".git/index"), 1U << 20); }

  static std::string line_of(std::string_view path, const unsigned char* id, std::uint32_t mode, std::uint32_t size) {
    std::string line = std::string(path) + " " + std::to_string(mode) + " " + std::to_string(size) + " ";
    for (int i = 0; i < 20; ++i) line += std::to_string(id[i]) + ",";
    return line;
  }

  std::vector<std::string> by_library() const {
    git_index* raw = nullptr;
    EXPECT_EQ(git_index_open(&raw, m_folder.file(".git/index").c_str()), 0);
    const Owned<git_index, git_index_free> index(raw);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < git_index_entrycount(index.get()); ++i) {
      const git_index_entry* entry = git_index_get_byindex(index.get(), i);
      lines.push_back(line_of(entry->path, entry->id.id, entry->mode, entry->file_size) + std::to_string(entry->mtime.nanoseconds) +
                      " " + std::to_string(entry->ctime.seconds) + " " + std::to_string(entry->ino));
    }
    return lines;
  }
  static std::vector<std::string> by_us(const IndexFile& file) {
    std::vector<std::string> lines;
    for (const IndexFile::Entry& entry : file.entries) {
      lines.push_back(line_of(entry.path, entry.id.data(), entry.mode, entry.state.size_bytes) +
                      std::to_string(entry.state.modified_ns) + " " + std::to_string(entry.state.changed_s) + " " +
                      std::to_string(entry.state.inode));
    }
    return lines;
  }

  Owned<git_tree, git_tree_free> head() const {
    git_object* object = nullptr;
    if (git_revparse_single(&object, m_repository.get(), "HEAD^{tree}") != 0) return {};
    return Owned<git_tree, git_tree_free>(reinterpret_cast<git_tree*>(object));
  }

  // The paths that are staged, and whether anything differs: as libgit2 tells.
  std::pair<std::set<std::string>, bool> staged_by_library() const {
    git_index* raw_index = nullptr;
    EXPECT_EQ(git_index_open(&raw_index, m_folder.file(".git/index").c_str()), 0);
    const Owned<git_index, git_index_free> index(raw_index);
    git_diff* raw = nullptr;
    EXPECT_EQ(git_diff_tree_to_index(&raw, m_repository.get(), head().get(), index.get(), nullptr), 0);
    const Owned<git_diff, git_diff_free> diff(raw);
    std::set<std::string> paths;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
      const git_diff_delta* delta = git_diff_get_delta(diff.get(), i);
      if (delta->status != GIT_DELTA_DELETED) paths.insert(delta->new_file.path);
    }
    return {paths, git_diff_num_deltas(diff.get()) > 0};
  }
  std::pair<std::set<std::string>, bool> staged_by_us(const IndexFile& file) const {
    const auto staged = compare_with_tree(*m_repository, head().get(), file);
    EXPECT_TRUE(staged) << staged.error().text();
    std::set<std::string> paths;
    for (const IndexFile::Entry* entry : staged->entries) paths.insert(entry->path);
    return {paths, staged->differs};
  }

  test::TemporaryDirectory m_folder;
  Owned<git_repository, git_repository_free> m_repository;
};

TEST_F(GitIndexTest, ReadsAllVersionsAsLibgit2Does) {
  for (int i = 0; i < 40; ++i) put("d" + std::to_string(i % 7) + "/" + std::string(static_cast<std::size_t>(i), 'x') + ".c", "a\n");
  fs::create_symlink("d1", m_folder.file("link"));
  git("add .");
  put("later.c", "b\n");
  git("add --intent-to-add later.c");  // needs the longer entries of version 3
  for (const std::string version : {"3", "4"}) {
    git("update-index --force-write-index --index-version " + version);
    const auto file = parse_index(bytes());
    ASSERT_TRUE(file) << version;
    EXPECT_EQ(by_us(*file), by_library()) << version;
  }
  git("rm --cached later.c");
  git("update-index --force-write-index --index-version 2");
  EXPECT_EQ(bytes()[7], 2);
  EXPECT_EQ(by_us(*parse_index(bytes())), by_library());
}

TEST_F(GitIndexTest, FindsWhatIsStagedAsLibgit2DoesAfterAnyEdit) {
  std::mt19937 random(3);
  // Names that sort apart as files and as folders.
  const std::vector<std::string> names = {"a", "a.b", "a-b", "b", "b0"};
  const auto path = [&] {
    std::string made;
    for (auto depth = random() % 3; depth > 0; --depth) made += names[random() % names.size()] + "/";
    return made + names[random() % names.size()];
  };
  std::size_t found = 0;
  for (int round = 0; round < 60; ++round) {
    for (auto edits = random() % 4; edits > 0; --edits) {
      const std::string file = path();
      for (auto slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1)) {
        if (fs::is_regular_file(m_folder.file(file.substr(0, slash)))) fs::remove(m_folder.file(file.substr(0, slash)));
      }
      fs::remove_all(m_folder.file(file));
      if (random() % 3 != 0) put(file, std::to_string(random() % 5) + "\n");
    }
    git("add --all");
    if (round % 5 == 4) git("commit --allow-empty -m " + std::to_string(round));
    if (round % 7 == 6) git("rm -r --cached --ignore-unmatch a b");
    auto file = parse_index(bytes());
    ASSERT_TRUE(file);
    const auto expected = staged_by_library();
    EXPECT_EQ(staged_by_us(*file), expected) << round;
    file->root.reset();  // without what the index remembers of trees
    EXPECT_EQ(staged_by_us(*file), expected) << round;
    found += expected.first.size();
  }
  EXPECT_GT(found, 50U);
}

TEST_F(GitIndexTest, RefusesWhatIsDamagedAndWhatItDoesNotKnow) {
  put("one.c", "a\n");
  put("two/three.c", "a\n");
  git("add .");
  git("commit -m one");
  const std::string right = bytes();
  ASSERT_TRUE(parse_index(right));
  EXPECT_TRUE(parse_index(right)->root);
  const std::size_t only_entries = right.find("TREE") + 20;  // where what is left looks like the checksum
  for (std::size_t size = 0; size < right.size(); ++size)
    EXPECT_EQ(parse_index(right.substr(0, size)).has_value(), size == only_entries) << size;
  std::string unknown = right;
  unknown.insert(right.size() - 20, std::string("link\0\0\0\0", 8));
  EXPECT_FALSE(parse_index(unknown));
  unknown.replace(unknown.find("link"), 4, "LINK");
  EXPECT_TRUE(parse_index(unknown)) << "one that may be passed over";
  std::string newer = right;
  newer[7] = 5;
  EXPECT_FALSE(parse_index(newer));
  std::string wrong_tree = right;
  wrong_tree[right.find("TREE") + 9] = 'x';
  ASSERT_TRUE(parse_index(wrong_tree));
  EXPECT_FALSE(parse_index(wrong_tree)->root);
}

}  // namespace
}  // namespace codelake::git
