// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/tails.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace codelake::secrets {
namespace {

// The marks, each byte of the fewest kinds as the first of them.
std::set<std::string> marks_of(const Tails& tails) {
  std::set<std::string> marks;
  for (std::size_t mark = 0; mark < tails.marks(); ++mark) {
    std::string text;
    for (std::size_t place = 0; place < tails.mark_size(mark); ++place) {
      const std::string_view set = tails.mark_set(mark, place);
      unsigned c = 0;
      while ((static_cast<unsigned char>(set[c / 8]) >> c % 8 & 1U) == 0) ++c;
      text += static_cast<char>(c);
    }
    marks.insert(text);
  }
  return marks;
}

TEST(Tails, TakeTheRarestTextThatEveryMatchHolds) {
  const Tails key({{0, "(?:api|app|web)[_-]{0,3}key[0-9]{3}"}});
  EXPECT_EQ(marks_of(key), std::set<std::string>{"key"});
  EXPECT_EQ(key.before_max(0), 6U);
  const Tails either({{2, "(?i:pwd)=|[a-z]{2,20}secretive[0-9]"}});
  EXPECT_EQ(marks_of(either), (std::set<std::string>{"PWD=", "secretive"}));
}

TEST(Tails, BeginAMarkWhereItIsRare) {
  const Tails tails({{0, "seed?orderxyzorder"}});
  EXPECT_EQ(marks_of(tails), std::set<std::string>{"rxyzorder"});
  EXPECT_EQ(tails.before_max(0), 8U);
}

TEST(Tails, HoldEveryTextThatAFewAlternativesGive) {
  const Tails tails({{0, "(?:my|our)[_-]?key[0-9]{9}"}});
  EXPECT_EQ(marks_of(tails), (std::set<std::string>{"my-key", "mykey", "our-key", "ourkey"}));
}

TEST(Tails, ShareTheMarksOfSeveralRules) {
  const Tails tails({{0, "pwd[0-9]"}, {3, "[a-z]{0,9}pwd[^:]", 20}});
  EXPECT_EQ(tails.marks(), 1U);
  EXPECT_EQ(tails.before_max(0), 0U);
  EXPECT_EQ(tails.before_max(3), 29U);
}

TEST(Tails, LookOnceForTextsThatStandOnlyWhereAnotherDoes) {
  const Tails tails({{0, "auth[0-9]"}, {1, "(?i:auth)[a-z]"}, {2, "[Aa]uth[0-9]"}});
  ASSERT_EQ(tails.marks(), 1U);
  const Tails::List steps = tails.mark_steps(0);
  EXPECT_EQ(steps.end - steps.begin, 3U);
  EXPECT_EQ(Tails({{0, "auth[0-9]"}, {1, "(?i:auth)=[a-z]"}}).marks(), 2U);
}

TEST(Tails, TakeWithATextTheFirstOfWhatIsRepeatedBehindIt) {
  const Tails tails({{0, "net[:]{1,3}[0-9]{2}"}});
  EXPECT_EQ(marks_of(tails), std::set<std::string>{"net:"});
  EXPECT_EQ(marks_of(Tails({{0, "net[:]{0,3}[0-9]{2}"}})), std::set<std::string>{"net"});
}

TEST(Tails, AreTheSameWhenTheirBytesAreRead) {
  const Tails made({{0, "pwd[0-9]"}, {3, "(?i:token|secret)[ ]{0,4}="}});
  const std::string bytes(made.bytes());
  const Tails read = Tails::from_bytes(bytes);
  EXPECT_EQ(marks_of(read), marks_of(made));
  EXPECT_EQ(read.before_max(3), made.before_max(3));
  EXPECT_EQ(read.length_max(), made.length_max());
  EXPECT_NE(read.serial(), made.serial());
}

TEST(Tails, DoNotSuitWhereNoTextIsInEveryMatch) {
  EXPECT_TRUE(Tails::suit("(?:ab)?cde"));
  EXPECT_TRUE(Tails::suit("(?:ab)?cd"));
  for (const char* pattern : {"(?:abc)?d", "abc|d", "[a-z]bc?", "a", "^abc", "[a-z]{600}abc", "(?:[a-z]{40}x){60}abc"}) {
    EXPECT_FALSE(Tails::suit(pattern)) << pattern;
  }
}

TEST(Tails, DoNotSuitAnExpressionThatIsTooLarge) {
  std::string nested = "abc";
  for (int i = 0; i < 30; ++i) nested = "(?:" + nested + "(?:){9}){64}";
  EXPECT_FALSE(Tails::suit(nested));
}

TEST(Tails, PutBytesIntoOneClassThatNoStepTellsApart) {
  const Tails tails({{0, "key=[0-9a-f]{8}[g-z]", 0}});
  const auto classes = tails.byte_classes();
  EXPECT_EQ(classes['0'], classes['9']);
  EXPECT_EQ(classes['a'], classes['f']);
  EXPECT_EQ(classes['g'], classes['z']);
  EXPECT_EQ(classes['!'], classes[0xFF]);
  for (const unsigned char other : {'a', 'e', 'g', 'k', 'y', '='}) EXPECT_NE(classes['!'], classes[other]) << other;
  EXPECT_NE(classes['a'], classes['e']);
  EXPECT_NE(classes['a'], classes['g']);
}

}  // namespace
}  // namespace codelake::secrets
