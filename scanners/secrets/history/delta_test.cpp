// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/delta.h"

#include "scanners/secrets/history/multi_pack_index.h"
#include "scanners/secrets/history/pack_file.h"
#include "scanners/secrets/history/pack_index.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::secrets::history {
namespace {

const std::string k_base = "hello world";
const std::string k_delta("\x0b\x0b\x90\x06\x05there", 10);  // sizes 11 and 11; copy 6 from 0; add "there"

TEST(Delta, CopiesAndAdds) {
  Buffer result;
  std::vector<Stretch> stretches;
  ASSERT_TRUE(apply_delta(k_delta, k_base, result, stretches));
  EXPECT_EQ(result.view(), "hello there");
  ASSERT_EQ(stretches.size(), 2U);
  EXPECT_TRUE(stretches[0].copied);
  EXPECT_EQ(stretches[0].size, 6U);
  EXPECT_FALSE(stretches[1].copied);
  EXPECT_EQ(stretches[1].begin, 6U);
}

TEST(Delta, JoinsCopiesThatGoOn) {
  const std::string delta("\x0b\x0b\x90\x06\x91\x06\x05", 7);
  Buffer result;
  std::vector<Stretch> stretches;
  ASSERT_TRUE(apply_delta(delta, k_base, result, stretches));
  EXPECT_EQ(result.view(), k_base);
  EXPECT_EQ(stretches.size(), 1U);
}

TEST(Delta, RefusesWhatIsCutOffOrLeavesItsBounds) {
  Buffer result;
  std::vector<Stretch> stretches;
  for (std::size_t size = 0; size < k_delta.size(); ++size) {
    EXPECT_FALSE(apply_delta(k_delta.substr(0, size), k_base, result, stretches)) << size;
  }
  EXPECT_FALSE(apply_delta(k_delta, "another base", result, stretches));
  EXPECT_FALSE(apply_delta(std::string("\x0b\x06\x91\x06\x06", 5), k_base, result, stretches));  // beyond the base
  EXPECT_FALSE(apply_delta(std::string("\x0b\x05\x90\x06", 4), k_base, result, stretches));      // beyond the result
  EXPECT_FALSE(apply_delta(std::string("\x0b\x0b\x00", 3), k_base, result, stretches));          // reserved
}

ObjectId id_of(unsigned char first) {
  ObjectId id;
  id.bytes[0] = first;
  id.bytes[19] = 7;
  return id;
}

TEST(PackIndex, FindsEveryObjectAlsoBehindTwoGigabytes) {
  const std::string bytes = make_pack_index({{id_of(3), 12}, {id_of(200), 5'000'000'000}, {id_of(3 + 1), 0x80000001}});
  const auto index = PackIndex::parse(bytes, "test");
  ASSERT_TRUE(index);
  ASSERT_EQ(index->size(), 3U);
  EXPECT_EQ(index->offset(*index->find(id_of(3))), 12U);
  EXPECT_EQ(index->offset(*index->find(id_of(4))), 0x80000001U);
  EXPECT_EQ(index->offset(*index->find(id_of(200))), 5'000'000'000U);
  EXPECT_FALSE(index->find(id_of(5)));
}

TEST(PackIndex, RefusesEveryCutOffForm) {
  const std::string bytes = make_pack_index({{id_of(3), 12}, {id_of(200), 5'000'000'000}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto index = PackIndex::parse(std::string_view(bytes).substr(0, size), "test");
    if (!index) continue;
    for (std::size_t i = 0; i < index->size(); ++i) EXPECT_TRUE(index->find(index->id(i)));
  }
  EXPECT_FALSE(PackIndex::parse(bytes.substr(0, bytes.size() - 1), "test"));
}

TEST(MultiPackIndex, RefusesEveryCutOffForm) {
  const std::string head = std::string("MIDX\1\1\1\0\0\0\0\1", 12);
  for (std::size_t size = 0; size <= head.size(); ++size) {
    EXPECT_FALSE(parse_multi_pack_index(std::string_view(head).substr(0, size), "test"));
  }
}

TEST(PackFile, RefusesEntriesThatLeaveThePack) {
  std::string bytes("PACK\0\0\0\2\0\0\0\1", 12);
  bytes += std::string("\xe5\x80\x80\x80", 4) + std::string(20, '\xff');
  const auto pack = PackFile::parse(bytes, "test");
  ASSERT_TRUE(pack);
  EXPECT_FALSE(pack->entry(0));
  EXPECT_FALSE(pack->entry(12));  // its size never ends
  EXPECT_FALSE(pack->entry(1'000'000));
  EXPECT_FALSE(PackFile::parse(bytes.substr(0, 20), "test"));
}

}  // namespace
}  // namespace codelake::secrets::history
