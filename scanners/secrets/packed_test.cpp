// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/packed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace codelake::secrets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string octal(std::size_t number, std::size_t width) {
  std::string digits;
  for (std::size_t i = 0; i + 1 < width; ++i, number /= 8)
    digits.insert(digits.begin(), static_cast<char>('0' + number % 8));
  return digits + '\0';
}

// A tar (POSIX ustar) entry; `size` may lie about the content.
std::string entry(const std::string& path, const std::string& content, std::size_t size) {
  std::string header(512, '\0');
  header.replace(0, path.size(), path);
  header.replace(100, 8, octal(0644, 8));
  header.replace(124, 12, octal(size, 12));
  header.replace(148, 8, "        ");
  header[156] = '0';
  header.replace(257, 6, std::string("ustar\0", 6));
  header.replace(263, 2, "00");
  std::size_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  header.replace(148, 7, octal(sum, 7));
  return header + content + std::string((512 - content.size() % 512) % 512, '\0');
}

std::string tar(const std::string& entries) {
  return entries + std::string(1024, '\0');
}

struct Visited {
  std::vector<std::string> paths;
  std::vector<Notice> notices;
};

Visited visited(const std::string& bytes) {
  FileInfo info;
  info.path = "lib/a.tar";
  ScanContext context("secrets", info.path);
  Visited result;
  visit_packed({bytes, info}, context, [&](const SourceFile& file) {
    result.paths.push_back(file.path() + "=" + std::string(file.text()));
  });
  result.notices = std::move(context.notices);
  return result;
}

TEST(Packed, VisitsFilesAndArchivesInArchives) {
  const std::string inner = tar(entry("deep.txt", "two", 3));
  const auto found = visited(tar(entry("etc/one.txt", "one", 3) + entry("b.tar", inner, inner.size()) +
                                 entry("c.bin", std::string("b\0n", 3), 3)));
  EXPECT_THAT(found.paths, ElementsAre("lib/a.tar!/etc/one.txt=one", "lib/a.tar!/b.tar!/deep.txt=two",
                                       "lib/a.tar!/c.bin=" + std::string("b\0n", 3)));
  EXPECT_TRUE(found.notices.empty());
}

TEST(Packed, PassesOverFilesThatAreNotLookedAtInFoldersEither) {
  const auto found = visited(tar(entry("one.class", "key", 3) + entry("two.txt", "two", 3) + entry("logo.PNG", "key", 3)));
  EXPECT_THAT(found.paths, ElementsAre("lib/a.tar!/two.txt=two"));
  EXPECT_TRUE(found.notices.empty());
}

TEST(Packed, NotesWhatIsTooDeep) {
  std::string nested = tar(entry("deep.txt", "x", 1));
  for (int i = 0; i < 4; ++i) nested = tar(entry("n.tar", nested, nested.size()));
  const auto found = visited(nested);
  EXPECT_TRUE(found.paths.empty());
  ASSERT_EQ(found.notices.size(), 1U);
  EXPECT_THAT(found.notices[0].message, HasSubstr("deeper"));
}

TEST(Packed, NotesAMemberOfTwoGigabytesAndGoesOn) {
  const auto found = visited(tar(entry("one.txt", "one", 3) + entry("huge.txt", "", 2'000'000'000)));
  EXPECT_THAT(found.paths, ElementsAre("lib/a.tar!/one.txt=one"));
  ASSERT_FALSE(found.notices.empty());
  EXPECT_THAT(found.notices[0].message, HasSubstr("larger than the limit"));
}

TEST(Packed, KnowsArchivesByName) {
  for (const char* name : {"a.zip", "b.JAR", "c.tar.gz", "d.whl", "e.xz"})
    EXPECT_TRUE(is_packed(name)) << name;
  for (const char* name : {"a.txt", "zip", "b.gzip.md"}) EXPECT_FALSE(is_packed(name)) << name;
}

}  // namespace
}  // namespace codelake::secrets
