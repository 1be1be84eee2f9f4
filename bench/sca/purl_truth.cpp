// SPDX-License-Identifier: Apache-2.0
// Runs the tests of the package URL specification: purl_truth FOLDER [--failures], FOLDER holding *.json at
// any depth.
#include "core/purl.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace {

using codelake::Purl;
using Json = nlohmann::json;

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Purl from_json(const Json& json) {
  Purl purl{text_of(json, "type"),
            text_of(json, "namespace"),
            text_of(json, "name"),
            text_of(json, "version"),
            {},
            text_of(json, "subpath")};
  const auto qualifiers = json.find("qualifiers");
  if (qualifiers == json.end() || !qualifiers->is_object()) return purl;
  for (const auto& [key, value] : qualifiers->items()) purl.qualifiers[key] = value.get<std::string>();
  return purl;
}

bool holds(const Json& test) {
  const bool failure = test.value("expected_failure", false);
  const Json& input = test["input"];
  if (test["test_type"] == "build") {
    const auto text = codelake::purl_text(from_json(input));
    return failure ? !text : text && *text == test["expected_output"].get<std::string>();
  }
  if (test["test_type"] == "parse") {
    const auto purl = codelake::parse_purl(input.get<std::string>());
    return failure ? !purl : purl && *purl == from_json(test["expected_output"]);
  }
  const auto text = codelake::canonical_purl_text(input.get<std::string>());
  return failure ? !text : text && *text == test["expected_output"].get<std::string>();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("purl_truth FOLDER [--failures]\n", stderr), 2;
  std::map<std::string, std::pair<std::size_t, std::size_t>> rows;  // right, all
  for (const auto& item : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (item.path().extension() != ".json") continue;
    std::ifstream file(item.path());
    const Json whole = Json::parse(file, nullptr, false);
    for (const Json& test : whole.value("tests", Json::array())) {
      auto& [right, all] = rows[test["test_type"]];
      ++all;
      right += holds(test) ? 1 : 0;
      if (argc > 2 && !holds(test)) std::printf("  %s\n", test.dump().c_str());
    }
  }
  std::size_t wrong = 0;
  for (const auto& [type, row] : rows) {
    std::printf("%-10s %5zu of %5zu\n", type.c_str(), row.first, row.second);
    wrong += row.second - row.first;
  }
  return wrong == 0 ? 0 : 1;
}
