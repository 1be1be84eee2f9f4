// SPDX-License-Identifier: Apache-2.0
#include "core/json_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

namespace codelake {
namespace {

using Json = nlohmann::ordered_json;
constexpr auto k_object = JsonWriter::Kind::object;
constexpr auto k_array = JsonWriter::Kind::array;

// The same value both ways.
std::string written(int indent) {
  JsonWriter json(indent);
  json.open(k_object);
  json.add("text", "a");
  json.add("yes", true);
  json.add("count", std::uint64_t{18446744073709551615U});
  json.add("below", -3);
  json.add("none", std::optional<double>{});
  json.add("some", std::optional<double>{9.8});
  json.add("list", std::vector<int>{1, 2});
  json.add("empty", std::vector<std::string>{});
  json.add_or_null("missing", "");
  json.open("object", k_object);
  json.close();
  json.open("nested", k_array);
  json.add("b");
  json.open(k_object);
  json.add("c", std::string("d"));
  json.close();
  json.close();
  json.close();
  return json.take();
}

TEST(JsonWriter, WritesWhatTheLibraryWouldWrite) {
  const Json value = {{"text", "a"},
                      {"yes", true},
                      {"count", 18446744073709551615U},
                      {"below", -3},
                      {"none", nullptr},
                      {"some", 9.8},
                      {"list", {1, 2}},
                      {"empty", Json::array()},
                      {"missing", nullptr},
                      {"object", Json::object()},
                      {"nested", {"b", {{"c", "d"}}}}};
  for (const int indent : {-1, 0, 1, 2}) EXPECT_EQ(written(indent), value.dump(indent));
}

TEST(JsonWriter, WritesNumbersAsTheLibraryDoes) {
  for (const double number : {0.0, 1.0, 0.1, 7.5, 10.0, 0.00042, 1e-7, 0.97, 123456789.25}) {
    JsonWriter json;
    json.open(k_array);
    json.add(number);
    json.close();
    EXPECT_EQ(json.take(), Json::array({number}).dump());
  }
}

TEST(JsonWriter, EscapesAnyTextAsTheLibraryDoes) {
  std::mt19937 random(7);
  const std::vector<std::string> parts = {"plain text", "\"", "\\", "\n", "\x01", "\x0B", "\x1F", "\x7F", "\xC3\xA9", "\xF0\x9F\x98\x80", "/"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 12; ++i) text += parts[random() % parts.size()];
    if (round % 2 == 0) text += '\0';
    JsonWriter json;
    json.open(k_object);
    json.add(text, text);
    json.close();
    EXPECT_EQ(json.take(), (Json{{text, text}}.dump()));
  }
}

TEST(JsonWriter, ReplacesBytesThatAreNoUtf8) {
  JsonWriter json;
  json.open(k_array);
  json.add("seven b\xFF\xE2\x82");
  json.close();
  EXPECT_EQ(json.take(), "[\"seven b\xEF\xBF\xBD\xEF\xBF\xBD\"]");
}

}  // namespace
}  // namespace codelake
