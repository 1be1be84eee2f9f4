// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/file_memory.h"

#include "core/file.h"
#include "scanners/secrets/rule/notation.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace codelake::secrets {
namespace {

Rule rule_of(const std::string& id, const std::string& pattern) {
  Rule rule;
  rule.id = id;
  rule.provider = id;
  rule.message = "A secret.";
  rule.pattern = pattern;
  return rule;
}

const std::string k_first = "first_[0-9a-f]{32}";
const std::string k_second = "second_[0-9a-f]{32}";

std::string token(const std::string& prefix, std::uint64_t seed) { return expand(prefix + "_{hex:32}", seed); }

class FileMemoryTest : public testing::Test {
 protected:
  // The rules of a scan: id and pattern of each.
  static Inspection inspection(const std::vector<std::pair<std::string, std::string>>& rules) {
    std::vector<Rule> made;
    for (const auto& [id, pattern] : rules) made.push_back(rule_of(id, pattern));
    Inspection inspection;
    inspection.engines.push_back(*Engine::build(std::move(made)));
    inspection.fingerprint_key = "a key of this test";
    return inspection;
  }

  FileMemory memory(const Inspection& inspection) const { return FileMemory(m_folder.file("cache"), "/a/root", inspection); }

  static FileInfo info(const std::string& path, char digit, std::uint64_t size) {
    FileInfo info;
    info.path = path;
    info.blob_id = std::string(40, digit);
    info.size_bytes = size;
    return info;
  }

  static RememberedLook look_at(const FileInfo& info, const std::string& text, const Inspection& inspection) {
    ScanContext context("secrets", info.path);
    return {info, text.size(), look_at_file(SourceFile(info, text, {}), inspection, context)};
  }

  // A scan of three files: of the first rule, of the second, of none.
  void scan(const Inspection& inspection) const {
    const std::vector<RememberedLook> looks = {look_at(m_a, token("first", 1), inspection),
                                               look_at(m_b, token("second", 2), inspection),
                                               look_at(m_c, "nothing\n", inspection)};
    const FileMemory memory = this->memory(inspection);
    ASSERT_TRUE(memory.keep({&looks[0], &looks[1], &looks[2]}));
  }

  std::string kept() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.file("cache"))) {
      all += *read_file(entry.path().string(), 1U << 20);
    }
    return all;
  }

  test::TemporaryDirectory m_folder;
  const FileInfo m_a = info("src/a.py", 'a', 38);
  const FileInfo m_b = info("src/b.py", 'b', 39);
  const FileInfo m_c = info("src/c.py", 'c', 8);
};

TEST_F(FileMemoryTest, GivesBackWhatWasFound) {
  const Inspection rules = inspection({{"one", k_first}, {"two", k_second}});
  scan(rules);
  const FileMemory memory = this->memory(rules);
  const auto found = memory.find(m_a);
  ASSERT_TRUE(found);
  const RememberedLook fresh = look_at(m_a, token("first", 1), rules);
  ASSERT_EQ(found->look.secrets.size(), 1U);
  EXPECT_EQ(found->look.secrets[0].identity, fresh.look.secrets[0].identity);
  EXPECT_EQ(found->look.secrets[0].rule, fresh.look.secrets[0].rule);
  EXPECT_EQ(found->look.secrets[0].snippet, fresh.look.secrets[0].snippet);
  EXPECT_EQ(found->look.secrets[0].places[0].path, "src/a.py");
  EXPECT_EQ(found->look.secrets[0].places[0].range.end, fresh.look.secrets[0].places[0].range.end);
  EXPECT_EQ(found->look.matched, fresh.look.matched);
  EXPECT_EQ(found->text_bytes, 38U);
  ASSERT_TRUE(memory.find(m_c));
  EXPECT_TRUE(memory.find(m_c)->look.secrets.empty());
}

TEST_F(FileMemoryTest, KnowsNothingOfAnotherPathContentOrSize) {
  const Inspection rules = inspection({{"one", k_first}});
  scan(rules);
  const FileMemory memory = this->memory(rules);
  EXPECT_FALSE(memory.find(info("src/d.py", 'a', 38)));
  EXPECT_FALSE(memory.find(info("src/a.py", 'd', 38)));
  EXPECT_FALSE(memory.find(info("src/a.py", 'a', 39)));
}

TEST_F(FileMemoryTest, KnowsNothingUnderOtherSettings) {
  Inspection rules = inspection({{"one", k_first}});
  scan(rules);
  rules.settings = "allow x\n";
  EXPECT_FALSE(memory(rules).find(m_a));
  rules.settings.clear();
  EXPECT_TRUE(memory(rules).find(m_a));
  rules.fingerprint_key = "another";
  EXPECT_FALSE(memory(rules).find(m_a));
}

TEST_F(FileMemoryTest, ForgetsOnlyWhatARuleThatIsGoneTouched) {
  scan(inspection({{"one", k_first}, {"two", k_second}}));
  const Inspection rules = inspection({{"two", k_second}});
  const FileMemory memory = this->memory(rules);
  EXPECT_EQ(memory.fresh(), nullptr);
  EXPECT_FALSE(memory.find(m_a));
  ASSERT_TRUE(memory.find(m_b));
  EXPECT_EQ(memory.find(m_b)->look.secrets[0].rule, &rules.engines[0].rules()[0]);
  EXPECT_TRUE(memory.find(m_c));
}

TEST_F(FileMemoryTest, LooksForNewAndChangedRulesAlone) {
  scan(inspection({{"one", k_first}}));
  const Inspection rules = inspection({{"one", k_first + "?"}, {"two", k_second}});
  const FileMemory memory = this->memory(rules);
  ASSERT_NE(memory.fresh(), nullptr);
  EXPECT_EQ(memory.fresh()->engines[0].rules().size(), 2U);
  EXPECT_FALSE(memory.find(m_a));
  EXPECT_TRUE(memory.find(m_c));
  ScanContext unsaid("secrets", "");
  const SourceFile file(m_b, token("second", 2), {});
  EXPECT_FALSE(look_at_file(file, *memory.fresh(), unsaid).matched.empty());
}

TEST_F(FileMemoryTest, KeepsWhatWasUsedAndWhatIsNew) {
  const Inspection before = inspection({{"one", k_first}, {"two", k_second}});
  scan(before);
  const Inspection rules = inspection({{"three", "third_[0-9a-f]{32}"}, {"two", k_second}});
  {
    const FileMemory memory = this->memory(rules);
    memory.used(*memory.find(m_b));
    const FileInfo other = info("src/new.py", 'd', 10);
    const RememberedLook news = look_at(other, "nothing at\n", rules);
    ASSERT_TRUE(memory.keep({&news}));
  }
  const FileMemory memory = this->memory(rules);
  EXPECT_EQ(memory.fresh(), nullptr);
  ASSERT_TRUE(memory.find(m_b));
  EXPECT_EQ(memory.find(m_b)->look.secrets[0].rule, &rules.engines[0].rules()[1]);
  EXPECT_TRUE(memory.find(info("src/new.py", 'd', 10)));
  EXPECT_FALSE(memory.find(m_c));
}

TEST_F(FileMemoryTest, HoldsNeitherAPathNorASecret) {
  scan(inspection({{"one", k_first}, {"two", k_second}}));
  const std::string bytes = kept();
  EXPECT_GT(bytes.size(), 200U);
  EXPECT_EQ(bytes.find(token("first", 1).substr(8)), std::string::npos);
  EXPECT_EQ(bytes.find("a.py"), std::string::npos);
}

// Whatever byte is wrong, what is left is the truth or nothing.
TEST_F(FileMemoryTest, IsRemovedWhenItIsDamaged) {
  const Inspection rules = inspection({{"one", k_first}, {"two", k_second}});
  scan(rules);
  const std::string path = std::filesystem::directory_iterator(m_folder.file("cache"))->path().string();
  const std::string sound = kept();
  for (std::size_t at = 0; at < sound.size(); at += 3) {
    std::string wrong = sound;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x41);
    if (at % 2 == 0) wrong.resize(at);
    std::ofstream(path, std::ios::binary) << wrong;
    const FileMemory memory = this->memory(rules);
    EXPECT_FALSE(memory.find(m_a)) << at;
    EXPECT_FALSE(memory.damaged() && std::filesystem::exists(path)) << at;
  }
}

}  // namespace
}  // namespace codelake::secrets
