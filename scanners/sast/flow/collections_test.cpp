// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Collections, TakeFromTheEndTheyArePushedTo) {
  EXPECT_THAT(lines_of("java", "class A { void f() {\nStack<String> s = new Stack<>();\ns.push(\"a\"); s.push(source());\n"
                               "sink(s.pop());\nsink(s.pop());\n} }\n"),
              ElementsAre(4));
  EXPECT_THAT(lines_of("java", "class A { void f() {\nDeque<String> d = new ArrayDeque<>();\nd.offer(\"a\"); d.offer(source());\n"
                               "sink(d.poll());\nsink(d.poll());\n} }\n"),
              ElementsAre(5));
  EXPECT_THAT(lines_of("javascript", "const a = ['x'];\na.unshift(source());\nsink(a.shift());\nsink(a.shift());\n"), ElementsAre(3));
  EXPECT_THAT(lines_of("python", "import queue\nq = queue.Queue()\nq.put('a')\nq.put(source())\nsink(q.get())\nsink(q.get())\n"), ElementsAre(6));
}

TEST(Collections, KnowSectionsAndKeys) {
  EXPECT_THAT(lines_of("python", "import configparser\nc = configparser.ConfigParser()\nc.add_section('s')\nc.set('s', 'a', 'x')\n"
                                 "c.set('s', 'b', source())\nsink(c.get('s', 'a'))\nsink(c.get('s', 'b'))\nsink(c['s']['b'])\n"),
              ElementsAre(7, 8));
}

TEST(Collections, GiveTheOtherValueForAKeyThatIsNotThere) {
  EXPECT_THAT(lines_of("python", "m = {'a': 'x'}\nq = source()\nsink(m.get('a', q))\nsink(m.get('b', q))\n"), ElementsAre(4));
}

TEST(Collections, FoldQuestionsToConstantTexts) {
  EXPECT_THAT(lines_of("python", "b = 'never'\nif 'eve' in b:\n    b = source()\nsink(b)\n"), ElementsAre(4));
  EXPECT_THAT(lines_of("python", "g = 'ABC'[1]\nif g == 'A':\n    sink(source())\n"), IsEmpty());
  EXPECT_THAT(lines_of("java", "class A { void f() {\nif (\"abc\".contains(\"x\")) { sink(source()); }\n} }\n"), IsEmpty());
}

class SettingsValues : public testing::Test {
 protected:
  static std::vector<std::size_t> lines(std::string_view language, const std::string& code, const Settings& settings) {
    const std::vector<File> files = {{language, code}};
    return Scan(files, [&](std::string_view) { return &settings; }).lines();
  }
};

TEST_F(SettingsValues, AreConstantsOfTheCodeThatLoadsThem) {
  const Settings settings = read_settings("a.json", R"({"page": {"size": 50, "safe": true}, "modes": ["a", "b"]})");
  EXPECT_THAT(lines("python", "import json\nwith open('a.json') as f:\n    c = json.load(f)\nif c['page']['size'] > 60:\n    sink(source())\n"
                              "if c['modes'][1] == 'b':\n    sink(source())\n",
                    settings),
              ElementsAre(7));
  EXPECT_THAT(lines("javascript", "const c = require('./a.json');\nif (!c.page.safe) { sink(source()); }\nsink(source());\n", settings),
              ElementsAre(3));
}

TEST_F(SettingsValues, AreReadByPropertiesAndParsers) {
  const Settings properties = read_settings("a.properties", "# modes\nmode = plain\nother=x\\\n  y\n");
  EXPECT_THAT(lines("java", "class A { void f() {\nProperties p = new Properties();\np.load(new FileInputStream(\"a.properties\"));\n"
                            "if (p.getProperty(\"mode\").equals(\"raw\")) { sink(source()); }\n} }\n",
                    properties),
              IsEmpty());
  const Settings sections = read_settings("a.ini", "[s]\nmode: raw\n");
  EXPECT_THAT(lines("python", "import configparser\nc = configparser.ConfigParser()\nc.read('a.ini')\nif c.get('s', 'mode') == 'raw':\n    sink(source())\n"
                              "if c['s']['mode'] == 'plain':\n    sink(source())\n",
                    sections),
              ElementsAre(5));
}

TEST(Collections, WhatIsGotByAKeyIsNotTheKey) {
  const std::string code = "class A { void f() {\nString q = source();\nsink(shops.all().get(q));\nsink(Paths.get(q));\nsink(shops.find(q));\n} }\n";
  const std::vector<File> files = {{"java", code}};
  EXPECT_THAT(Scan(files).taking({Step::index}).lines(), ElementsAre(4, 5));
  EXPECT_THAT(Scan(files).lines(), ElementsAre(3, 4, 5));
}

}  // namespace
}  // namespace codelake::sast::flow
