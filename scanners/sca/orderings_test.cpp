// SPDX-License-Identifier: Apache-2.0
// Each ordering folder holds `ascending.txt`: an ecosystem, then one line for each group of equal versions,
// ascending.
#include "scanners/sca/versions/ordering.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

namespace codelake::sca {
namespace {

struct Ladder {
  std::string ecosystem;
  std::vector<std::vector<std::string>> groups;

  std::vector<std::string> versions() const {
    std::vector<std::string> all;
    for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
    return all;
  }
};

Ladder read_ladder(const std::filesystem::path& path) {
  Ladder ladder;
  std::ifstream file(path);
  std::string word;
  std::string line;
  file >> word >> ladder.ecosystem;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream words(line);
    ladder.groups.emplace_back();
    while (words >> word) ladder.groups.back().push_back(word);
  }
  return ladder;
}

std::vector<Ladder> ladders() {
  std::vector<Ladder> all;
  for (const auto& entry :
       std::filesystem::directory_iterator(CODELAKE_SOURCE_DIR "/scanners/sca/versions")) {
    if (std::filesystem::exists(entry.path() / "ascending.txt")) {
      all.push_back(read_ladder(entry.path() / "ascending.txt"));
    }
  }
  return all;
}

int sign(std::strong_ordering order) {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

// A version made from pieces of those of a ladder, often odd.
std::string mutated(const std::vector<std::string>& pool, std::mt19937& random) {
  constexpr std::string_view alphabet = "0019.-+!_abrcdevpostALPHAx";
  std::string text = pool[random() % pool.size()];
  for (auto edits = random() % 4; edits > 0; --edits) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    const std::string piece = random() % 3 == 0 ? pool[random() % pool.size()]
                                                : std::string(1, alphabet[random() % alphabet.size()]);
    if (random() % 2 == 0)
      text.insert(at, piece);
    else
      text = text.substr(0, at) + piece;
  }
  return text;
}

TEST(Orderings, OrderTheirOwnLadder) {
  const auto all = all_orderings();
  for (const Ladder& ladder : ladders()) {
    const VersionOrdering* ordering = ordering_for(all, ladder.ecosystem);
    ASSERT_NE(ordering, nullptr) << ladder.ecosystem;
    for (std::size_t i = 0; i < ladder.groups.size(); ++i) {
      for (std::size_t j = 0; j < ladder.groups.size(); ++j) {
        const int expected = i < j ? -1 : i > j ? 1 : 0;
        for (const auto& a : ladder.groups[i]) {
          for (const auto& b : ladder.groups[j]) {
            EXPECT_EQ(sign(ordering->compare(a, b)), expected)
                << ladder.ecosystem << ": " << a << " and " << b;
          }
        }
      }
    }
  }
}

TEST(Orderings, HaveALadderEach) {
  const auto all = all_orderings();
  std::set<const VersionOrdering*> tested;
  for (const Ladder& ladder : ladders()) tested.insert(ordering_for(all, ladder.ecosystem));
  EXPECT_EQ(tested.size(), all.size());
}

TEST(Orderings, AreAntisymmetricAndTransitiveOnOddVersionsToo) {  // but for those that say they are not
  const auto all = all_orderings();
  std::mt19937 random(20240229);  // a fixed seed: the same versions in every run
  for (const Ladder& ladder : ladders()) {
    const VersionOrdering* ordering = ordering_for(all, ladder.ecosystem);
    const auto pool = ladder.versions();
    for (int round = 0; round < 5000; ++round) {
      const std::string a = mutated(pool, random);
      const std::string b = mutated(pool, random);
      const std::string c = mutated(pool, random);
      const int ab = sign(ordering->compare(a, b));
      const int bc = sign(ordering->compare(b, c));
      EXPECT_EQ(sign(ordering->compare(a, a)), 0) << ladder.ecosystem << ": " << a;
      EXPECT_EQ(sign(ordering->compare(b, a)), -ab) << ladder.ecosystem << ": " << a << " and " << b;
      if (ordering->transitive() && (ab == bc || ab == 0 || bc == 0)) {
        EXPECT_EQ(sign(ordering->compare(a, c)), ab == 0 ? bc : ab)
            << ladder.ecosystem << ": " << a << ", " << b << ", " << c;
      }
    }
  }
}

TEST(Orderings, ContradictThemselvesOnlyWhereTheirToolsDo) {
  const auto all = all_orderings();
  for (const auto& ordering : all) {
    const auto name = ordering->ecosystems().front();
    EXPECT_EQ(ordering->transitive(), name != "Maven" && name != "Packagist") << name;
  }
  const VersionOrdering* maven = ordering_for(all, "Maven");
  EXPECT_LT(sign(maven->compare("1", "1-x")), 0);
  EXPECT_LT(sign(maven->compare("1-x", "1.0.rc")), 0);
  EXPECT_LT(sign(maven->compare("1.0.rc", "1")), 0);
}

TEST(Orderings, CompareDamagedKeysWithoutEnd) {
  const auto all = all_orderings();
  for (const Ladder& ladder : ladders()) {
    const VersionOrdering* ordering = ordering_for(all, ladder.ecosystem);
    const std::string whole = ordering->key(ladder.versions().back());
    for (std::size_t length = 0; length <= whole.size(); ++length) {
      const std::string cut = whole.substr(0, length);
      EXPECT_EQ(sign(ordering->compare_keys(cut, whole)), -sign(ordering->compare_keys(whole, cut)));
    }
  }
}

TEST(Orderings, IgnoreTheSuffixOfAnEcosystem) {
  const auto all = all_orderings();
  EXPECT_EQ(ordering_for(all, "Packagist:https://example.com/8"), ordering_for(all, "Packagist"));
  EXPECT_EQ(ordering_for(all, "No Such Ecosystem"), nullptr);
}

TEST(Orderings, TellWhatTheToolsTakeAsAVersion) {
  const auto all = all_orderings();
  const auto valid = [&](std::string_view ecosystem, std::string_view version) {
    return ordering_for(all, ecosystem)->valid(version);
  };
  EXPECT_TRUE(valid("npm", "1.2.3-rc.1+build.5"));
  EXPECT_FALSE(valid("npm", "workspace:*"));
  EXPECT_FALSE(valid("npm", "1.2.3-"));
  EXPECT_TRUE(valid("NuGet", "1.2.3.4"));
  EXPECT_FALSE(valid("npm", "1.2.3.4"));
  EXPECT_TRUE(valid("PyPI", " 1!2.0-RC_1.post2.dev3+ubuntu.1 "));
  EXPECT_FALSE(valid("PyPI", "1.0+"));
  EXPECT_FALSE(valid("PyPI", ">=1.0"));
  EXPECT_TRUE(valid("RubyGems", "1.0.0-x86"));
  EXPECT_FALSE(valid("RubyGems", "1_0"));
  EXPECT_TRUE(valid("Packagist", "v1.0.0-beta.2"));
  EXPECT_FALSE(valid("Packagist", "dev-main"));
  EXPECT_FALSE(valid("Packagist", "2.x-dev"));
  EXPECT_TRUE(valid("Debian", "1:2.4.7-1+deb11u2~bpo"));
  EXPECT_FALSE(valid("Debian", "x:1.0"));
  EXPECT_TRUE(valid("Alpine", "1.2.3b_rc1_p2~ab12-r3"));
  EXPECT_FALSE(valid("Alpine", "1.2.3_what"));
  EXPECT_TRUE(valid("Red Hat", "0:1.2-3.el9_1"));
  EXPECT_FALSE(valid("CRAN", "1.0-"));
  EXPECT_TRUE(valid("Maven", "1.0.0.Final"));
  EXPECT_FALSE(valid("Maven", "${revision}"));
}

}  // namespace
}  // namespace codelake::sca
