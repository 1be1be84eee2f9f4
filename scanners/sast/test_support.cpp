// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/test_support.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace codelake::sast {

namespace {

// "test" within a name, but for words that only hold these letters.
bool speaks_of_tests(std::string_view name) {
  std::string low(name);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 8> others = {"latest", "contest", "attest", "protest", "greatest", "fastest", "testimon", "detest"};
  for (const std::string_view other : others) {
    for (auto at = low.find(other); at != std::string::npos; at = low.find(other)) low.erase(at, other.size());
  }
  return low.find("test") != std::string::npos;
}

bool is_support_folder(std::string_view name) {
  constexpr std::array<std::string_view, 9> names = {"mock", "mocks", "benchmark", "benchmarks", "bench", "samples", "sample", "demo", "demos"};
  return speaks_of_tests(name) || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_test_support(std::string_view path) {
  // Below other folders an integration is one with another program.
  if (path.starts_with("integration/")) return true;
  std::size_t start = 0;
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', start)) {
    if (is_support_folder(path.substr(start, slash - start))) return true;
    start = slash + 1;
  }
  const std::string_view file = path.substr(start);
  const std::string_view stem = file.substr(0, file.find('.'));
  const bool mock = stem.starts_with("mock_") || (stem.starts_with("Mock") && stem.size() > 4 && std::isupper(static_cast<unsigned char>(stem[4])) != 0);
  return mock || stem.ends_with("_testing") || stem.ends_with("TestUtils") || stem.ends_with("TestHelper") || stem.ends_with("testutil") ||
         stem.ends_with("test_utils") || stem.ends_with("test_helper") || stem.ends_with("conftest");
}

}  // namespace codelake::sast
