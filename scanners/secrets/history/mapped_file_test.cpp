// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/mapped_file.h"

#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace codelake::secrets::history {
namespace {

// Pages of files only: a sanitizer keeps notes of its own about each page that was read.
std::size_t resident_file_bytes() {
  std::size_t total = 0;
  std::size_t resident = 0;
  std::size_t of_files = 0;
  std::ifstream("/proc/self/statm") >> total >> resident >> of_files;
  return of_files * static_cast<std::size_t>(::getpagesize());
}

TEST(MappedFile, GivesBackPagesOfALargeFileThatWereRead) {
  const test::TemporaryDirectory folder;
  constexpr std::size_t size = 400U << 20U;
  std::ofstream(folder.file("large")) << "first";
  ASSERT_EQ(::truncate(folder.file("large").c_str(), size), 0);
  const auto file = MappedFile::open(folder.file("large"));
  ASSERT_TRUE(file);
  const std::size_t before = resident_file_bytes();
  std::size_t most = 0;
  std::size_t zeros = 0;
  for (std::size_t at = 1 << 16U; at < size; at += 4096) {
    file->reads(at, 1);
    zeros += file->bytes()[at] == '\0' ? 1U : 0U;
    if (at % (16U << 20U) == 0) most = std::max(most, resident_file_bytes());
  }
  EXPECT_EQ(zeros, (size - (1 << 16U)) / 4096);
  EXPECT_EQ(file->bytes().substr(0, 5), "first");
  EXPECT_LT(most, before + (100U << 20U));
}

}  // namespace
}  // namespace codelake::secrets::history
