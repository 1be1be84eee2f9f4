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
  ASSERT_EQ(stretches.size(), 1U);  // so few bytes are not worth being known
  EXPECT_FALSE(stretches[0].copied);
}

std::string made_base(std::size_t size) {
  std::string base;
  while (base.size() < size) base += "line " + std::to_string(base.size()) + "\n";
  base.resize(size);
  return base;
}

// As deltas say sizes.
std::string size_bytes(std::size_t size) {
  std::string bytes;
  for (; size > 0x7F; size >>= 7U) bytes += static_cast<char>(size | 0x80U);
  return bytes + static_cast<char>(size);
}

TEST(Delta, JoinsCopiesThatGoOn) {
  const std::string base = made_base(400);
  // 200 from 0, 100 from 200; three new bytes; 200 from 0.
  const std::string delta = size_bytes(400) + size_bytes(503) + std::string("\x90\xc8\x91\xc8\x64\x03new\x90\xc8", 11);
  Buffer result;
  std::vector<Stretch> stretches;
  ASSERT_TRUE(apply_delta(delta, base, result, stretches));
  EXPECT_EQ(result.view(), base.substr(0, 300) + "new" + base.substr(0, 200));
  ASSERT_EQ(stretches.size(), 3U);
  EXPECT_TRUE(stretches[0].copied);
  EXPECT_EQ(stretches[0].size, 300U);
  EXPECT_FALSE(stretches[1].copied);
  EXPECT_EQ(stretches[1].begin, 300U);
  EXPECT_TRUE(stretches[2].copied);
  EXPECT_EQ(stretches[2].end(), 503U);
}

TEST(Delta, ReadsEveryWayToAnnounceACopy) {
  const std::string base = made_base(70'000);
  const std::string announced("\x03\x01\x00\x00\x05\x01\x00", 7);  // four bytes of offset, three of size
  for (unsigned code = 0; code < 128; ++code) {
    std::string copy(1, static_cast<char>(0x80U | code));
    for (unsigned place = 0; place < 7; ++place) {
      if ((code >> place & 1U) != 0) copy += announced[place];
    }
    const std::size_t offset = ((code & 1U) != 0 ? 3U : 0U) + ((code & 2U) != 0 ? 256U : 0U);
    const std::size_t said = ((code & 0x10U) != 0 ? 5U : 0U) + ((code & 0x20U) != 0 ? 256U : 0U);
    const std::string expected = base.substr(offset, said == 0 ? 65'536 : said);
    for (const std::string& behind : {std::string(), std::string("\x0c" "and the rest")}) {
      const std::string rest = behind.substr(behind.empty() ? 0 : 1);
      Buffer result;
      std::vector<Stretch> stretches;
      const std::string sizes = size_bytes(base.size()) + size_bytes(expected.size() + rest.size());
      ASSERT_TRUE(apply_delta(sizes + copy + behind, base, result, stretches)) << code;
      EXPECT_EQ(result.view(), expected + rest) << code;
    }
  }
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
