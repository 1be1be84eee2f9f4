// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/encoded_changes.h"

#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace codelake::secrets::history {
namespace {

const Inspection& builtin_inspection() {
  static const Inspection made = [] {
    Inspection inspection;
    inspection.engines.push_back(builtin_engine());
    inspection.fingerprint_key = "a key of this test";
    return inspection;
  }();
  return made;
}

// A token of a known provider, made at test time.
std::string made_token(std::uint64_t seed) { return expand("ghp_{from}{base62:30}{crc32_base62:6}", seed); }

// A line of a file that holds texts in texts.
std::string made_line(std::mt19937& random) {
  const std::uint64_t seed = random() % 20;
  const std::string token = made_token(seed);
  switch (random() % 12) {
    case 0: return "data: " + encode_base64("token = \"" + token + "\"\n", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") + "\n";
    case 1: return "key = \"" + token.substr(0, 10) + "\" +\n    \"" + token.substr(10) + "\";\n";
    case 2: return "key = (\"" + token.substr(0, 20) + "\"\n  \"" + token.substr(20) + "\")\n";
    case 3: return "see x?a=%67" + token.substr(1) + " there\n";
    case 4: return "\"" + token.substr(0, 20) + "\"\n";
    case 5: return "\"" + token.substr(20) + "\" + \n";
    case 6: return "\n";
    default: return "line " + std::to_string(random() % 1000) + " of some text,\n";
  }
}

// A change of `base`: its stretches, some again, some not, with lines between them.
struct Change {
  std::string text;
  std::vector<Stretch> stretches;
};

Change made_change(std::mt19937& random, const std::string& base) {
  Change change;
  const auto add = [&](const std::string& bytes, std::size_t source, bool copied) {
    if (bytes.empty()) return;
    change.stretches.push_back({change.text.size(), bytes.size(), source, copied});
    change.text += bytes;
  };
  std::size_t source = random() % 3 == 0 ? random() % 50 : 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t size = i == 3 ? base.size() : random() % (base.size() / 3);
    const std::string copy = base.substr(std::min(source, base.size()), size);
    add(copy, source, true);
    source += copy.size() + (random() % 2 == 0 ? random() % 60 : 0);
    if (random() % 2 == 0) add(made_line(random).substr(random() % 2), 0, false);
  }
  return change;
}

TEST(EncodedChanges, AreAllThatHasToBeAskedOfAChangedBlob) {
  std::mt19937 random(3);
  BlobSearch near(builtin_inspection());
  BlobSearch whole(builtin_inspection(), SearchMode::whole);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    while (text.size() < 3000) text += made_line(random);
    Sighted sighted = near.search({}, text);
    for (int step = 0; step < 6; ++step) {
      const Change change = made_change(random, text);
      near.candidates.clear();
      whole.candidates.clear();
      sighted = near.search({}, change.text, change.stretches, sighted);
      whole.search({}, change.text);
      ASSERT_EQ(near.candidates, whole.candidates) << text << "\n-----\n" << change.text;
      ASSERT_FALSE(sighted.encoded.empty());
      text = change.text;
    }
  }
}

TEST(EncodedChanges, AskOnlyAroundWhatIsNew) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "line " + std::to_string(i) + ", \"quoted\"\n";
  Sighted base;
  base.whole = true;
  base.size = text.size();
  base.encoded = {{10, 20, {}}, {1500, 1510, {}}};
  const std::size_t at = 1000;
  text.insert(at, "new");
  const EncodedChanges changes =
      encoded_changes(text, {{0, at, 0, true}, {at, 3, 0, false}, {at + 3, base.size - at, at, true}}, base);
  ASSERT_EQ(changes.windows.size(), 1U);
  EXPECT_LE(changes.windows[0].begin, at);
  EXPECT_GE(changes.windows[0].end, at + 3);
  EXPECT_LT(changes.windows[0].end - changes.windows[0].begin, 120U);
  ASSERT_EQ(changes.known.size(), 2U);
  EXPECT_EQ(changes.known[1].begin, 1503U);
}

}  // namespace
}  // namespace codelake::secrets::history
