// SPDX-License-Identifier: Apache-2.0
#include "core/yaml_image.h"

#include <gtest/gtest.h>

namespace codelake::yaml {
namespace {

Node parsed(std::string_view text) {
  auto node = parse(text, "t.yaml");
  EXPECT_TRUE(node.has_value());
  return node ? std::move(*node) : Node{};
}

void expect_same(const Node& a, const Node& b) {
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.quoted, b.quoted);
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.column, b.column);
  ASSERT_EQ(a.items.size(), b.items.size());
  ASSERT_EQ(a.entries.size(), b.entries.size());
  for (std::size_t i = 0; i < a.items.size(); ++i) expect_same(a.items[i], b.items[i]);
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    expect_same(a.entries[i].first, b.entries[i].first);
    expect_same(a.entries[i].second, b.entries[i].second);
  }
}

constexpr std::string_view k_text = "rules:\n- id: 'r'\n  list: [a, \"b\", {c: d}]\n  none:\n  long: |\n    f($X)\n    g()\n";

TEST(YamlImage, IsReadBackWithPlacesAndQuotes) {
  const Node node = parsed(k_text);
  const auto back = from_image(image_of(node));
  ASSERT_TRUE(back.has_value());
  expect_same(node, *back);
}

TEST(YamlImage, WithAnyByteCutOffGivesNothing) {
  const std::string image = image_of(parsed(k_text));
  for (std::size_t size = 0; size < image.size(); ++size) EXPECT_FALSE(from_image(image.substr(0, size))) << size;
  EXPECT_FALSE(from_image(image + '\0'));
}

TEST(YamlImage, WithANumberThatDoesNotEndGivesNothing) {
  const std::string endless(10, '\x80');
  for (std::size_t before = 0; before <= 3; ++before) {
    EXPECT_FALSE(from_image(std::string(before, '\0') + endless + std::string(3 - before, '\0'))) << before;
  }
}

TEST(YamlImage, ThatIsNestedTooDeeplyGivesNothing) {
  Node node;
  for (int level = 0; level < 100; ++level) {
    Node outer;
    outer.kind = Node::Kind::sequence;
    outer.items.push_back(std::move(node));
    node = std::move(outer);
  }
  EXPECT_FALSE(from_image(image_of(node)));
}

TEST(YamlImage, HoldsAnImageOfEachValue) {
  const std::string image = image_of(parsed(k_text));
  const auto rules = images_in(image_under(image, "rules"));
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(text_of_image(image_under(rules[0], "id")), "r");
  EXPECT_EQ(text_of_image(image_under(rules[0], "long")), "f($X)\ng()\n");
  EXPECT_EQ(text_of_image(image_under(rules[0], "none")), "");
  EXPECT_EQ(text_of_image(images_in(image_under(rules[0], "list"))[1]), "b");
  EXPECT_EQ(image_under(rules[0], "absent"), "");
  const auto rule = from_image(rules[0]);
  ASSERT_TRUE(rule.has_value());
  expect_same(parsed(k_text).entries[0].second.items[0], *rule);
}

TEST(YamlImage, ThatIsDamagedHoldsNoImagesBeyondIt) {
  const std::string image = image_of(parsed(k_text));
  for (std::size_t size = 0; size < image.size(); ++size) EXPECT_EQ(image_under(image.substr(0, size), "rules"), "") << size;
  EXPECT_TRUE(images_in(image).empty());
  EXPECT_EQ(text_of_image(image), "");
}

}  // namespace
}  // namespace codelake::yaml
