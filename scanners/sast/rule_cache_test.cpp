// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_cache.h"

#include "core/file.h"
#include "core/yaml_image.h"
#include "scanners/sast/rule_set.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace codelake::sast {
namespace {

constexpr std::string_view k_rule = "rules:\n- {id: r, message: m, severity: HIGH, languages: [python], pattern: f($X)}\n";

std::map<std::string, std::string> two_images() {
  return {{RuleCache::key_of("a"), "image of a"}, {RuleCache::key_of("b"), std::string("with \n and \0", 12)}};
}

TEST(RuleCache, GivesBackWhatWasKept) {
  const std::string bytes = write_cache(two_images());
  const auto images = read_cache(bytes);
  ASSERT_TRUE(images.has_value());
  ASSERT_EQ(images->size(), 2U);
  for (const auto& [key, image] : two_images()) EXPECT_EQ(images->at(key), image);
}

TEST(RuleCache, ThatIsDamagedOrOfAnotherVersionIsNotUsed) {
  const std::string bytes = write_cache(two_images());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(read_cache(bytes.substr(0, size))) << size;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(read_cache(changed)) << at;
  }
}

TEST(RuleCache, KnowsRulesThatWereFoundRightUntilTheirFileChanges) {
  const test::TemporaryDirectory folder;
  const std::string rules = folder.path() + "/rules";
  const std::string cache = folder.path() + "/cache";
  ASSERT_TRUE(make_directory(rules));
  ASSERT_TRUE(write_file_atomically(rules + "/r.yaml", k_rule));
  const auto first = read_user_rules({rules}, RuleCache(cache, {rules}), 1);
  ASSERT_TRUE(first && first->files.size() == 1 && first->files[0].rules.size() == 1);
  EXPECT_FALSE(first->all_known);
  EXPECT_FALSE(first->files[0].rules[0].readable);
  RuleCache(cache, {rules}).keep(first->images({}));
  const RuleCache kept(cache, {rules});
  auto second = read_user_rules({rules}, kept, 1);
  ASSERT_TRUE(second && second->files.size() == 1);
  EXPECT_TRUE(second->all_known);
  EXPECT_TRUE(second->files[0].rules.empty());
  EXPECT_EQ(second->images({}), first->images({}));
  RuleShelf shelf;
  second->move_to(shelf);
  ASSERT_EQ(shelf.size(), 1U);
  ASSERT_NE(shelf.rule(0), nullptr);
  EXPECT_TRUE(shelf.rule(0)->readable);
  EXPECT_EQ(shelf.rule(0)->info.id, "r");
  ASSERT_TRUE(write_file_atomically(rules + "/r.yaml", std::string(k_rule) + "# changed\n"));
  const auto third = read_user_rules({rules}, RuleCache(cache, {rules}), 1);
  ASSERT_TRUE(third);
  EXPECT_FALSE(third->all_known);
  EXPECT_FALSE(third->files[0].rules[0].readable);
}

TEST(RuleCache, KeepsNothingOfAFileWithAnError) {
  const test::TemporaryDirectory folder;
  ASSERT_TRUE(write_file_atomically(folder.file("good.yaml"), k_rule));
  ASSERT_TRUE(write_file_atomically(folder.file("bad.yaml"), "rules:\n- id: s\n"));
  const auto read = read_user_rules({folder.path()}, RuleCache("", {}), 1);
  ASSERT_TRUE(read);
  ASSERT_FALSE(read->errors.empty());
  const auto images = read->images(read->errors);
  EXPECT_EQ(images.size(), 1U);
  EXPECT_EQ(images.count(RuleCache::key_of(k_rule)), 1U);
}

}  // namespace
}  // namespace codelake::sast
