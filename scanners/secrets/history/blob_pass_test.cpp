// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/blob_pass.h"

#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/history/object_reader.h"
#include "scanners/secrets/rule/notation.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace codelake::secrets::history {
namespace {

// A token of a known provider, made at test time.
std::string made_token(std::uint64_t seed) { return expand("ghp_{from}{base62:30}{crc32_base62:6}", seed); }

// The built-in rules.
const Inspection& builtin_inspection() {
  static const Inspection made = [] {
    Inspection inspection;
    inspection.engines.push_back(builtin_engine());
    inspection.fingerprint_key = "a key of this test";
    return inspection;
  }();
  return made;
}

// A git repository in a folder of the test, made by git itself.
class BlobPass : public testing::Test {
 protected:
  BlobPass() {
    git("init -q -b main .");
    git("config gc.auto 0");
    git("config core.looseCompression 1");
  }

  std::string path(const std::string& name) const { return m_folder.file("repo/" + name); }
  std::string objects() const { return path(".git/objects"); }

  void put(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }

  void git(const std::string& words, const std::string& folder = "repo") const {
    std::filesystem::create_directories(m_folder.file(folder));
    const std::string command = "cd '" + m_folder.file(folder) +
                                "' && GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=Ann "
                                "GIT_AUTHOR_EMAIL=ann@example.com GIT_COMMITTER_NAME=Ann "
                                "GIT_COMMITTER_EMAIL=ann@example.com GIT_AUTHOR_DATE='1700000000 +0000' "
                                "GIT_COMMITTER_DATE='" + std::to_string(1'700'000'000 + ++m_commits) +
                                " +0000' git " + words + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << words;
  }

  void commit(const std::string& message) const {
    git("add -A");
    git("commit -q -m '" + message + "'");
  }

  // Versions of a file that grows, shrinks and moves text about, with secrets coming and going, cut and mended.
  void make_history(int versions) const {
    std::vector<std::string> lines;
    for (int i = 0; i < 4000; ++i) lines.push_back("line " + std::to_string(i * 7919 % 1000) + " of some settings\n");
    for (int version = 0; version < versions; ++version) {
      // Keys of many lines stand near the end: a change near one makes the whole blob be looked at.
      const auto at = static_cast<std::size_t>(version % 6 == 5 ? 3900 + version : version * 37 % 3000);
      const auto seed = static_cast<std::uint64_t>(version);
      switch (version % 6) {
        case 0: lines[at] = "token = \"" + made_token(seed) + "\"\n"; break;
        case 1: lines[at] += "db_password = \"" + expand("{base62:18}", seed) + "\"\n"; break;
        case 2: std::swap(lines[at], lines[(at + 200) % lines.size()]); break;
        case 3: lines[at].insert(lines[at].size() / 2, "x"); break;
        case 4: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
        default: lines[at] += key_block(seed, version % 12 == 5); break;
      }
      std::string text;
      for (const std::string& line : lines) text += line;
      put("settings.conf", text);
      put("notes/" + std::to_string(version % 3) + ".txt", text.substr(text.size() / 3));
      commit("version " + std::to_string(version));
    }
  }

  // A private key of many lines; without its end it is none yet.
  static std::string key_block(std::uint64_t seed, bool whole) {
    std::string block = "-----BEGIN RSA PRIVATE " "KEY-----\n";
    for (std::uint64_t i = 0; i < 24; ++i) block += expand("{base62:64}", seed * 100 + i) + "\n";
    return whole ? block + "-----END RSA PRIVATE " "KEY-----\n" : block;
  }

  static PassOutcome pass_over(const std::string& objects, SearchMode mode, std::size_t threads = 1) {
    std::vector<Notice> notices;
    const ObjectStore store = ObjectStore::open(objects, notices);
    PassOptions options;
    options.mode = mode;
    options.threads = threads;
    return search_blobs(store, builtin_inspection(), options);
  }

  test::TemporaryDirectory m_folder;
  mutable int m_commits = 0;
};

std::set<ObjectId> blobs_with_candidates(const PassOutcome& outcome) {
  std::set<ObjectId> blobs;
  for (const Candidate& candidate : outcome.candidates) blobs.insert(candidate.blob);
  return blobs;
}

TEST_F(BlobPass, FindsNearChangesWhatItFindsInWholeBlobsWithOffsetDeltas) {
  make_history(36);
  git("repack -adfq --depth=50 --window=50");
  const PassOutcome windows = pass_over(objects(), SearchMode::windows);
  const PassOutcome whole = pass_over(objects(), SearchMode::whole);
  EXPECT_EQ(windows.candidates, whole.candidates);
  EXPECT_EQ(windows.losses.damaged, 0U);
  EXPECT_GT(blobs_with_candidates(windows).size(), 30U);
  EXPECT_LT(windows.numbers.bytes_searched * 10, whole.numbers.bytes_searched * 9);
  EXPECT_GT(windows.numbers.bytes_known, 0U);
  EXPECT_EQ(whole.numbers.bytes_known, 0U);
}

TEST_F(BlobPass, FollowsDeltasThatNameTheirBase) {
  make_history(24);
  git("-c repack.useDeltaBaseOffset=false repack -adfq --depth=50 --window=50");
  const PassOutcome windows = pass_over(objects(), SearchMode::windows);
  EXPECT_EQ(windows.candidates, pass_over(objects(), SearchMode::whole).candidates);
  EXPECT_LT(windows.numbers.bytes_searched * 10, windows.numbers.bytes * 9);
  EXPECT_EQ(windows.losses.damaged, 0U);
}

TEST_F(BlobPass, LooksAtLooseObjects) {
  make_history(12);
  const PassOutcome loose = pass_over(objects(), SearchMode::windows);
  git("repack -adfq");
  git("prune-packed");
  const PassOutcome packed = pass_over(objects(), SearchMode::windows);
  EXPECT_EQ(loose.candidates, packed.candidates);
  EXPECT_EQ(loose.blobs, packed.blobs);
  EXPECT_GT(loose.blobs, 12U);
}

TEST_F(BlobPass, ReadsVersionOneOfThePackIndex) {
  make_history(12);
  git("repack -adfq");
  const PassOutcome expected = pass_over(objects(), SearchMode::windows);
  git("-c pack.indexVersion=1 repack -adfq");
  const PassOutcome outcome = pass_over(objects(), SearchMode::windows);
  EXPECT_EQ(outcome.candidates, expected.candidates);
  EXPECT_EQ(outcome.losses.damaged, 0U);
}

TEST_F(BlobPass, LooksAtABlobOfSeveralPacksOnce) {
  make_history(12);
  git("repack -dfq");
  const PassOutcome first = pass_over(objects(), SearchMode::windows);
  put("more.conf", "token = \"" + made_token(99) + "\"\n");
  commit("more");
  git("repack -dq");
  std::filesystem::copy(objects(), m_folder.file("copy"), std::filesystem::copy_options::recursive);
  git("repack -aq");
  const PassOutcome both = pass_over(objects(), SearchMode::windows);
  EXPECT_EQ(both.blobs, first.blobs + 1);
  EXPECT_EQ(both.candidates, pass_over(m_folder.file("copy"), SearchMode::whole).candidates);
}

TEST_F(BlobPass, ReadsAMultiPackIndexWhereAPackHasNoIndexOfItsOwn) {
  make_history(12);
  git("repack -dq");
  put("more.conf", "token = \"" + made_token(99) + "\"\n");
  commit("more");
  git("repack -dq");
  const PassOutcome expected = pass_over(objects(), SearchMode::windows);
  git("multi-pack-index write");
  EXPECT_EQ(pass_over(objects(), SearchMode::windows).candidates, expected.candidates);
  for (const auto& entry : std::filesystem::directory_iterator(objects() + "/pack")) {
    if (entry.path().extension() == ".idx") std::filesystem::remove(entry.path());
  }
  EXPECT_EQ(pass_over(objects(), SearchMode::windows).candidates, expected.candidates);
}

TEST_F(BlobPass, LooksAtBorrowedObjects) {
  make_history(12);
  git("repack -adfq");
  const PassOutcome expected = pass_over(objects(), SearchMode::windows);
  git("clone -q --shared ../repo .", "clone");
  EXPECT_EQ(pass_over(m_folder.file("clone/.git/objects"), SearchMode::windows).candidates, expected.candidates);
}

TEST_F(BlobPass, DoesNotLookAgainAtWhatWasSeen) {
  make_history(12);
  git("repack -adfq");
  std::vector<Notice> notices;
  const PassOutcome first = pass_over(objects(), SearchMode::windows);
  put("more.conf", "token = \"" + made_token(99) + "\"\n");
  commit("more");
  const ObjectStore store = ObjectStore::open(objects(), notices);
  PassOptions options;
  options.seen = &first.looked_at;
  const PassOutcome second = search_blobs(store, builtin_inspection(), options);
  EXPECT_EQ(second.blobs, 1U);
  EXPECT_EQ(blobs_with_candidates(second).size(), 1U);
}

TEST_F(BlobPass, GivesTheSameWhateverTheThreads) {
  make_history(24);
  git("repack -adfq --depth=4");
  const PassOutcome one = pass_over(objects(), SearchMode::windows, 1);
  const PassOutcome many = pass_over(objects(), SearchMode::windows, 4);
  EXPECT_EQ(one.candidates, many.candidates);
  EXPECT_EQ(one.looked_at, many.looked_at);
  EXPECT_EQ(one.numbers.bytes_searched, many.numbers.bytes_searched);
}

TEST_F(BlobPass, BuildsTextsAgainThatDidNotFitInMemory) {
  make_history(24);
  git("repack -adfq --depth=50 --window=50");
  std::vector<Notice> notices;
  const ObjectStore store = ObjectStore::open(objects(), notices);
  PassOptions options;
  options.limits.live_bytes_max = 0;
  EXPECT_EQ(search_blobs(store, builtin_inspection(), options).candidates,
            pass_over(objects(), SearchMode::windows).candidates);
}

TEST_F(BlobPass, CountsBlobsAboveTheLimit) {
  put("large.txt", std::string(3'000'000, 'a') + "\n");
  put("small.txt", "token = \"" + made_token(1) + "\"\n");
  commit("both");
  for (const bool packed : {false, true}) {
    if (packed) git("repack -adfq");
    std::vector<Notice> notices;
    const ObjectStore store = ObjectStore::open(objects(), notices);
    PassOptions options;
    options.limits.blob_bytes_max = 1'000'000;
    options.limits.base_bytes_max = 1'000'000;
    const PassOutcome outcome = search_blobs(store, builtin_inspection(), options);
    EXPECT_EQ(outcome.losses.too_large, 1U) << packed;
    EXPECT_EQ(blobs_with_candidates(outcome).size(), 1U) << packed;
  }
}

// Every byte of a pack and of its index may be wrong: no crash, and what is lost is counted.
TEST_F(BlobPass, SurvivesDamagedPacksAndIndexes) {
  make_history(8);
  git("repack -adfq");
  for (const auto& entry : std::filesystem::directory_iterator(objects() + "/pack")) {
    const std::string name = entry.path().string();
    std::filesystem::permissions(name, std::filesystem::perms::owner_all);
    std::string bytes;
    {
      std::ifstream in(name, std::ios::binary);
      bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const std::size_t step = bytes.size() / 150 + 1;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      if (at % 3 == 0) damaged.resize(at);
      std::filesystem::remove(name);
      std::ofstream(name, std::ios::binary) << damaged;
      const PassOutcome outcome = pass_over(objects(), SearchMode::windows);
      EXPECT_LE(outcome.blobs, 1000U);
    }
    std::filesystem::remove(name);
    std::ofstream(name, std::ios::binary) << bytes;
  }
  EXPECT_EQ(pass_over(objects(), SearchMode::windows).losses.damaged, 0U);
}

TEST_F(BlobPass, SaysThatAPackWithoutIndexWasNotLookedAt) {
  make_history(4);
  git("repack -adfq");
  for (const auto& entry : std::filesystem::directory_iterator(objects() + "/pack")) {
    if (entry.path().extension() == ".idx") std::filesystem::remove(entry.path());
  }
  std::vector<Notice> notices;
  const ObjectStore store = ObjectStore::open(objects(), notices);
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_EQ(notices[0].kind, NoticeKind::repository);
}

TEST_F(BlobPass, ReadsWhatGitReads) {
  make_history(12);
  git("repack -adfq");
  std::vector<Notice> notices;
  const ObjectStore store = ObjectStore::open(objects(), notices);
  ObjectReader reader(store, 1U << 30);
  ASSERT_EQ(store.packs().size(), 1U);
  const PackIndex& index = store.packs()[0]->index;
  std::FILE* pipe = ::popen(("git --git-dir='" + path(".git") + "' cat-file --batch-all-objects "
                             "--batch-check='%(objectname) %(objecttype) %(objectsize)'").c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  char id[64] = {};
  char type[16] = {};
  unsigned long size = 0;
  std::size_t count = 0;
  for (; std::fscanf(pipe, "%63s %15s %lu", id, type, &size) == 3; ++count) {
    const Object object = reader.read(*ObjectId::from_hex(id));
    EXPECT_EQ(object.outcome, Object::Outcome::found) << id;
    EXPECT_EQ(object.bytes.size(), size) << id;
  }
  ::pclose(pipe);
  EXPECT_EQ(count, index.size());
}

// Repositories that are there by chance: the one this stands in, and those of CODELAKE_TEST_OBJECTS, folders of objects
// joined by ':'.
TEST_F(BlobPass, FindsNearChangesWhatItFindsInWholeBlobsOfRealRepositories) {
  const char* const listed = std::getenv("CODELAKE_TEST_OBJECTS");
  std::string folders = listed == nullptr ? std::string(CODELAKE_SOURCE_DIR) + "/.git/objects" : listed;
  bool any = false;
  for (std::size_t at = 0; at < folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    const std::string folder = folders.substr(at, end - at);
    at = end + 1;
    if (!std::filesystem::is_directory(folder)) continue;
    any = true;
    SCOPED_TRACE(folder);
    const PassOutcome windows = pass_over(folder, SearchMode::windows);
    const PassOutcome whole = pass_over(folder, SearchMode::whole);
    EXPECT_EQ(windows.candidates, whole.candidates);
    EXPECT_EQ(windows.looked_at, whole.looked_at);
    EXPECT_LE(windows.numbers.bytes_searched, whole.numbers.bytes_searched);
  }
  if (!any) GTEST_SKIP() << "no repository is there; name some by CODELAKE_TEST_OBJECTS";
}

}  // namespace
}  // namespace codelake::secrets::history
