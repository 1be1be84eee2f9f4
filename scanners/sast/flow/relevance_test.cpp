// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

#include <random>

namespace codelake::sast::flow {
namespace {

// Programs of functions that call each other, objects with fields, inner functions and loops.
class Program {
 public:
  explicit Program(unsigned seed) : m_random(seed) {}

  std::string code() {
    for (int i = 0; i < 4; ++i) function("def f" + std::to_string(i) + "(a, b):\n", "  ");
    m_code += "class C:\n";
    for (int i = 0; i < 3; ++i) function("  def m" + std::to_string(i) + "(self, a, b):\n", "    ");
    statements("", 8);
    return m_code;
  }

 private:
  unsigned below(unsigned count) { return static_cast<unsigned>(m_random() % count); }
  std::string name() { return std::string(1, "abxyo"[below(5)]); }
  std::string number(unsigned count) { return std::to_string(below(count)); }

  void function(const std::string& head, const std::string& indent) {
    m_code += head + indent + "x = b\n" + indent + "y = o = a\n";
    statements(indent, 5);
    m_code += indent + "return " + value() + "\n";
  }

  std::string value() {
    switch (below(13)) {
      case 0: return "source()";
      case 1: return "clean(" + name() + ")";
      case 2: return name() + " + " + name();
      case 3:
      case 4: return "f" + number(4) + "(" + name() + ", " + name() + ")";
      case 5: return "o.m" + number(3) + "(" + name() + ", b=" + name() + ")";
      case 6: return name() + ".p" + number(3);
      case 7: return "[" + name() + ", " + name() + "]";
      case 8: return name() + "[" + number(2) + "]";
      case 9: return "C()";
      case 10: return "unknown(" + name() + ")";
      case 11: return "(lambda x: " + name() + ")(" + name() + ")";
      default: return name();
    }
  }

  void statements(const std::string& indent, int count) {
    for (int i = 0; i < count; ++i) statement(indent);
  }

  void statement(const std::string& indent) {
    switch (below(9)) {
      case 0: m_code += indent + "sink(" + value() + ")\n"; return;
      case 1: m_code += indent + name() + ".p" + number(3) + " = " + value() + "\n"; return;
      case 2: m_code += indent + "if c:\n" + indent + "  " + name() + " = " + value() + "\n"; return;
      case 3: m_code += indent + "for x in y:\n" + indent + "  " + name() + " = " + value() + "\n"; return;
      case 4: m_code += indent + "self.p" + number(3) + " = " + value() + "\n"; return;
      case 5: m_code += indent + "def g(x):\n" + indent + "  return " + value() + "\n" + indent + "y = g(" + name() + ")\n"; return;
      case 6: m_code += indent + name() + " = self.p" + number(3) + "\n"; return;
      default: m_code += indent + name() + " = " + value() + "\n"; return;
    }
  }

  std::mt19937 m_random;
  std::string m_code;
};

bool same(const Flow& a, const Flow& b) { return a.source == b.source && a.sink == b.sink && a.root == b.root && a.trace == b.trace; }

TEST(Relevance, LeavesOutNothingThatIsFound) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    const std::vector<File> files = {{"python", Program(seed).code()}, {"python", Program(seed + 1000).code()}};
    const Scan scan(files);
    const Flows some = scan.flows({});
    const Flows all = scan.flows({.relevant_only = false});
    ASSERT_FALSE(all.limit_hit);
    ASSERT_EQ(some.flows.size(), all.flows.size()) << files[0].code << "\n----\n" << files[1].code;
    for (std::size_t i = 0; i < all.flows.size(); ++i) ASSERT_TRUE(same(some.flows[i], all.flows[i])) << seed;
    found += all.flows.size();
  }
  EXPECT_GT(found, 500U);
}

TEST(Relevance, NeedsNoFactsWhereNoSinkIsReached) {
  std::string code = "q = source()\n";
  for (int i = 0; i < 200; ++i) code += "q = q + 'a'\n";
  const std::vector<File> files = {{"python", code + "sink('a')\n"}};
  EXPECT_FALSE(Scan(files).flows({.facts_max = 10}).limit_hit);
  EXPECT_TRUE(Scan(files).flows({.facts_max = 10, .relevant_only = false}).limit_hit);
}

}  // namespace
}  // namespace codelake::sast::flow
