// SPDX-License-Identifier: Apache-2.0
// Each language's folder holds snippet.<ext> with its tree in snippet.tree, and patterns.txt (patterns between lines of
// "----") with their readings in patterns.tree. UPDATE_GOLDEN=1 writes what the program says now.
#include "scanners/syntax/language.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace codelake::syntax {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void expect_golden(const std::filesystem::path& path, const std::string& actual) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  EXPECT_EQ(read(path), actual) << path;
}

std::filesystem::path folder_of(const Language& language) {
  return std::filesystem::path(CODELAKE_SOURCE_DIR) / "scanners/syntax/languages" / language.name();
}

std::filesystem::path snippet_of(const Language& language) {
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(language))) {
    if (entry.path().stem() == "snippet" && entry.path().extension() != ".tree") return entry.path();
  }
  ADD_FAILURE() << "no snippet for " << language.name();
  return {};
}

std::vector<std::string> patterns_of(const Language& language) {
  std::istringstream lines(read(folder_of(language) / "patterns.txt"));
  std::vector<std::string> patterns(1);
  for (std::string line; std::getline(lines, line);) {
    if (line == "----") {
      patterns.emplace_back();
    } else {
      patterns.back() += line + "\n";
    }
  }
  return patterns;
}

TEST(Languages, LowerTheirSnippetsToTheirTrees) {
  for (const auto& language : all_languages()) {
    const std::string text = read(snippet_of(*language));
    const Tree tree = language->parse(text, 1000);
    EXPECT_EQ(tree.error_count, 0U) << language->name();
    expect_golden(folder_of(*language) / "snippet.tree", print(tree));
  }
}

TEST(Languages, ReadTheirPatternsInAllMeanings) {
  for (const auto& language : all_languages()) {
    std::string actual;
    for (const std::string& pattern : patterns_of(*language)) {
      actual += "=== " + pattern;
      const auto readings = language->parse_pattern(pattern);
      ASSERT_TRUE(readings) << language->name() << ": " << readings.error().text();
      for (const auto& reading : *readings) actual += "--\n" + print(reading->tree);
    }
    expect_golden(folder_of(*language) / "patterns.tree", actual);
  }
}

}  // namespace
}  // namespace codelake::syntax
