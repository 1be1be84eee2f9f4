// SPDX-License-Identifier: Apache-2.0
#include "core/xml.h"

#include <gtest/gtest.h>

namespace codelake::xml {
namespace {

TEST(Xml, GivesElementsWithTextAttributesAndLines) {
  const auto root = parse("<?xml version='1.0'?>\n<m:a xmlns:m=\"x\">\n <b k='1'> text </b>\n <b/>\n</m:a>\n", "f");
  ASSERT_TRUE(root) << root.error().text();
  EXPECT_EQ(root->name, "a");
  ASSERT_EQ(root->children.size(), 2U);
  EXPECT_EQ(root->text_of("b"), "text");
  EXPECT_EQ(root->children[0].attribute("k"), "1");
  EXPECT_EQ(root->children[0].line, 3U);
  EXPECT_EQ(root->children[1].line, 4U);
  EXPECT_EQ(root->find("c"), nullptr);
  EXPECT_EQ(root->attribute("none"), "");
}

TEST(Xml, NamesTheLineOfAnError) {
  const auto root = parse("<a>\n<b>\n</a>", "f");
  ASSERT_FALSE(root);
  EXPECT_EQ(root.error().subject, "f:3");
  EXPECT_FALSE(parse("", "f"));
  EXPECT_FALSE(parse("no element", "f"));
}

TEST(Xml, ExpandsNoEntityOfADocumentType) {
  const auto root = parse("<!DOCTYPE a [<!ENTITY e \"eeee\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&e;&f;&lt;</a>", "f");
  ASSERT_TRUE(root) << root.error().text();
  EXPECT_EQ(root->text, "&e;&f;<");
}

TEST(Xml, IsBoundedInDepth) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const std::string open = deep;
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  EXPECT_FALSE(parse(deep, "f"));
  EXPECT_FALSE(parse(open, "f"));
}

}  // namespace
}  // namespace codelake::xml
