// SPDX-License-Identifier: Apache-2.0
#include "core/archive.h"

#include "core/hash.h"
#include "tests/support/archive_writer.h"

#include <gtest/gtest.h>

#include <map>

namespace codelake {
namespace {

using testing::ArchiveKind;
using testing::make_archive;

constexpr ArchiveKind k_kinds[] = {ArchiveKind::zip, ArchiveKind::tar, ArchiveKind::tar_gz,
                                   ArchiveKind::tar_zst};

// Every file of the archive, each read up to `entry_bytes_max`.
Result<std::map<std::string, std::string>> contents(std::string_view bytes, const ArchiveLimits& limits,
                                                    std::uint64_t entry_bytes_max = 1U << 30U) {
  auto reader = TRY(ArchiveReader::open_memory(bytes, "test", limits));
  std::map<std::string, std::string> files;
  while (TRY(reader.next())) files[reader.entry_path()] = TRY(reader.read(entry_bytes_max));
  return files;
}

// Text that does not compress.
std::string noise(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i) text += sha256_hex(std::to_string(i));
  return text.substr(0, size);
}

TEST(Archive, ReadsTheFilesOfEveryKind) {
  const std::map<std::string, std::string> files = {
      {"a.json", "{}"}, {"deep/b.json", noise(300'000)}, {"c", ""}};
  for (const ArchiveKind kind : k_kinds) {
    const std::string bytes = make_archive(kind, {files.begin(), files.end()});
    const auto read = contents(bytes, {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(*read, files);
  }
}

TEST(Archive, PassesOverEntriesThatNobodyReads) {
  for (const ArchiveKind kind : k_kinds) {
    const std::string bytes = make_archive(kind, {{"a", noise(100'000)}, {"b", "wanted"}});
    auto reader = ArchiveReader::open_memory(bytes, "test", {});
    ASSERT_TRUE(reader);
    ASSERT_TRUE(reader->next().value());
    ASSERT_TRUE(reader->next().value());
    EXPECT_EQ(reader->entry_path(), "b");
    EXPECT_EQ(reader->read(100).value(), "wanted");
    EXPECT_FALSE(reader->next().value());
  }
}

TEST(Archive, ReadsOnlyTheBeginningOfAnEntryThatIsNoText) {
  const std::string binary = std::string(1, '\0') + noise(3'000'000);
  for (const ArchiveKind kind : k_kinds) {
    const std::string bytes = make_archive(kind, {{"a", noise(300'000)}, {"b", binary}, {"c", "wanted"}});
    auto reader = ArchiveReader::open_memory(bytes, "test", {});
    ASSERT_TRUE(reader);
    ASSERT_TRUE(reader->next().value());
    EXPECT_EQ(reader->read_text(1U << 30U).value(), noise(300'000));
    ASSERT_TRUE(reader->next().value());
    const std::string begun = reader->read_text(1U << 30U).value();
    // A plain tar in memory is given as it lies there.
    EXPECT_LT(begun.size(), kind == ArchiveKind::tar ? binary.size() + 1 : binary.size() / 2);
    EXPECT_TRUE(binary.starts_with(begun));
    ASSERT_TRUE(reader->next().value());
    EXPECT_EQ(reader->read_text(100).value(), "wanted");
    EXPECT_FALSE(reader->next().value());
  }
}

// What is passed over of an entry counts like one that nobody reads.
TEST(Archive, HoldsTheLimitsAlsoWhereOnlyTheBeginningIsRead) {
  const std::string bytes = make_archive(ArchiveKind::tar_gz, {{"a", std::string(1, '\0') + noise(3'000'000)}, {"b", "x"}});
  ArchiveLimits limits;
  limits.total_bytes_max = 2'999'999;
  auto reader = ArchiveReader::open_memory(bytes, "test", limits);
  ASSERT_TRUE(reader);
  ASSERT_TRUE(reader->next().value());
  ASSERT_TRUE(reader->read_text(1U << 30U));
  EXPECT_FALSE(reader->next());
}

TEST(Archive, FailsOnEveryCutOffZipAndTarGz) {
  for (const ArchiveKind kind : {ArchiveKind::zip, ArchiveKind::tar_gz, ArchiveKind::tar_zst}) {
    const std::string bytes = make_archive(kind, {{"a.json", noise(2000)}, {"b.json", noise(3000)}});
    for (std::size_t size = 0; size + 30 < bytes.size(); size += 61) {
      EXPECT_FALSE(contents(std::string_view(bytes).substr(0, size), {})) << size << " of " << bytes.size();
    }
  }
}

TEST(Archive, FailsOnContentThatDoesNotMatchItsChecksum) {
  std::string bytes = make_archive(ArchiveKind::zip, {{"a.json", noise(4000)}});
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  EXPECT_FALSE(contents(bytes, {}));
}

TEST(Archive, FailsOnWhatIsNoArchive) {
  EXPECT_FALSE(contents("", {}));
  EXPECT_FALSE(contents("<html>no such file</html>", {}));
  EXPECT_FALSE(ArchiveReader::open("/", {}));
  EXPECT_FALSE(ArchiveReader::open(::testing::TempDir() + "no-such-file.zip", {}));
}

TEST(Archive, HoldsTheLimitOfAnEntry) {
  for (const ArchiveKind kind : k_kinds) {
    const std::string bytes = make_archive(kind, {{"a", std::string(1000, 'x')}});
    EXPECT_TRUE(contents(bytes, {}, 1000));
    const auto over = contents(bytes, {}, 999);
    ASSERT_FALSE(over);
    EXPECT_NE(over.error().cause.find("999"), std::string::npos);
  }
}

TEST(Archive, HoldsTheLimitsOfTheWhole) {
  const std::string bytes = make_archive(ArchiveKind::tar_gz, {{"a", noise(1000)}, {"b", noise(1000)}});
  ArchiveLimits limits;
  limits.total_bytes_max = 1999;
  EXPECT_FALSE(contents(bytes, limits));
  limits = {};
  limits.entries_max = 1;
  EXPECT_FALSE(contents(bytes, limits));
}

TEST(Archive, RefusesADecompressionBombAlsoWhenItIsPassedOver) {
  ArchiveLimits limits;
  limits.ratio_free_bytes = 1000;
  for (const ArchiveKind kind : {ArchiveKind::zip, ArchiveKind::tar_gz, ArchiveKind::tar_zst}) {
    const std::string bytes = make_archive(kind, {{"bomb", std::string(10'000'000, '0')}, {"b", "x"}});
    const auto read = contents(bytes, limits);
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().cause.find("bomb"), std::string::npos);
    auto reader = ArchiveReader::open_memory(bytes, "test", limits);
    ASSERT_TRUE(reader);
    ASSERT_TRUE(reader->next());
    EXPECT_FALSE(reader->next());
  }
}

}  // namespace
}  // namespace codelake
