// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/doubt.h"

#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

namespace codelake::sast::flow {
namespace {

// Of the only way through some files.
Doubt doubt_in(std::vector<File> files) { return Scan(std::move(files)).flows({}).flows.at(0).doubt; }

Doubt doubt_in(std::string_view language, std::string code) { return doubt_in({{language, std::move(code)}}); }

TEST(Doubt, NothingIsGuessedWhereAValueIsCopiedJoinedOrStored) {
  EXPECT_EQ(doubt_in("python", "q = source()\no = {}\no['a'] = 'ls ' + q\nsink(o['a'])\n"), 0U);
}

TEST(Doubt, EachFunctionOfUnknownCodeAddsALittle) {
  EXPECT_EQ(doubt_in("python", "sink(pad(source()))\n"), 1U);
  EXPECT_EQ(doubt_in("python", "sink(pad(pad(source())).trim())\n"), 3U);
}

TEST(Doubt, KnownFunctionsAddLittle) {
  EXPECT_EQ(doubt_in("python", "def run(q):\n    sink(q)\nrun(source())\n"), 1U);
  EXPECT_EQ(doubt_in("python", "def same(q):\n    return q\nsink(same(source()))\n"), 2U);
}

TEST(Doubt, AMethodTakenByItsNameAloneIsADoubtfulWay) {
  EXPECT_GT(doubt_in({{"python", "def f(door):\n    door.unlatch(source())\n"},
                      {"python", "class Gate:\n    def unlatch(self, q):\n        sink(q)\n"}}),
            k_doubt_max);
}

TEST(Doubt, OneOfSeveralMethodsIsLessCertainThanTheOnlyOne) {
  const std::string one = "class A { void run(String q) { sink(q); } void f(A a) { a.run(source()); } }\n";
  const std::string other = "class B extends A { void run(String q) { } }\n";
  EXPECT_EQ(doubt_in("java", one), 1U);
  EXPECT_EQ(doubt_in("java", one + other), 3U);
}

TEST(Doubt, WhatAnotherMethodStoredAddsMore) {
  EXPECT_EQ(doubt_in("python", "class A:\n    def put(self):\n        self.q = source()\n    def take(self):\n        sink(self.q)\n"), 6U);
}

TEST(Doubt, APartOfWhatUnknownCodeMadeIsADoubtfulWay) {
  EXPECT_GT(doubt_in("python", "sink(item_of(source()).path)\n"), k_doubt_max);
  EXPECT_GT(doubt_in("python", "def made(q):\n    return item_of(q)\nitem = made(source())\nsink(item.first().path)\n"), k_doubt_max);
  EXPECT_GT(doubt_in("python", "def made(q):\n    return item_of(q), None\nitem, error = made(source())\nsink(item.path)\n"), k_doubt_max);
  EXPECT_GT(doubt_in("python", "sink(upload(source()).path)\n"), k_doubt_max);
  EXPECT_GT(doubt_in("python", "sink(items[source()].path)\n"), k_doubt_max);
  EXPECT_GT(doubt_in("javascript", "async function f() {\n  const item = await itemOf(source());\n  sink(item.file.path);\n}\n"), k_doubt_max);
}

TEST(Doubt, AMethodOfAThingOfUnknownClassChoosesByItsArguments) {
  EXPECT_GT(doubt_in("javascript", "const page = this.pages.rendered(source());\nsink(page);\n"), k_doubt_max);
  EXPECT_EQ(doubt_in("javascript", "const page = base.concat(source());\nsink(page);\n"), 1U);
  EXPECT_EQ(doubt_in("python", "import os\nsink(os.path.expanduser(source()))\n"), 1U);
  EXPECT_EQ(doubt_in("python", "sink('{}'.rendered(source()))\n"), 1U);
}

TEST(Doubt, PartsOfWhatWasCopiedReadOrSplitAreTheSenders) {
  EXPECT_EQ(doubt_in("javascript", "sink(JSON.parse(source()).path);\n"), 1U);
  EXPECT_EQ(doubt_in("python", "sink(Form(source()).path)\n"), 1U);
  EXPECT_EQ(doubt_in("python", "sink(parts_of(source())[0])\n"), 1U);
  EXPECT_EQ(doubt_in("python", "sink(pad(source().path))\n"), 1U);
}

TEST(Doubt, WhatAFunctionGivesThatIsCalledForCleaningIsDoubtful) {
  const std::string given = "def safe_name(q):\n    return q.replace('/', '')\nsink(safe_name(source()))\n";
  EXPECT_GT(doubt_in("python", given), k_doubt_max);
  EXPECT_GT(doubt_in("java", "class A { void f() { sink(Texts.sanitized(source())); } }\n"), k_doubt_max);
  // What is done within it is as it is.
  EXPECT_EQ(doubt_in("python", "def safe_name(q):\n    sink(q)\nsafe_name(source())\n"), 1U);
  EXPECT_EQ(doubt_in("java", "class A { void f() { sink(Texts.unescaped(source())); } }\n"), 1U);
}

TEST(Doubt, AWayIsAsDoubtfulAsTheCallThatItTakes) {
  // The same function is entered twice; each way counts its own steps.
  const std::vector<File> files = {{"python", "def run(q):\n    sink(q)\ndef f():\n    run(source())\ndef g():\n    run(pad(pad(source())))\n"}};
  const auto flows = Scan(files).flows({}).flows;
  ASSERT_EQ(flows.size(), 2U);
  EXPECT_EQ(flows[0].doubt, 1U);
  EXPECT_EQ(flows[1].doubt, 3U);
}

}  // namespace
}  // namespace codelake::sast::flow
