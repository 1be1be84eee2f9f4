// SPDX-License-Identifier: Apache-2.0
// Holds every ordering against files of known comparisons and prints a table: version_truth FOLDER
// [--failures].
//
//   <name>-versions[-generated].txt   lines "A < B", "A = B" or "A > B"; empty lines and lines led by "#" or
//   "//" are
//                                     skipped; each line is also asked the other way round
//   <name>_version_cmp_test.json      the comparison and equality tests of the vers specification
#include "scanners/sca/versions/ordering.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace {

using Json = nlohmann::json;

struct Truth {
  std::string left;
  std::string sign;
  std::string right;
};

struct Row {
  std::size_t asked = 0;
  std::size_t wrong = 0;
};

// The ecosystem whose ordering a file is about, by the first word of its name.
std::string ecosystem_of(const std::string& word) {
  static const std::map<std::string, std::string> names = {
      {"alpine", "Alpine"}, {"alpm", "alpm"},       {"conan", "ConanCenter"},   {"cran", "CRAN"},
      {"debian", "Debian"}, {"gentoo", "gentoo"},   {"hackage", "Hackage"},     {"maven", "Maven"},
      {"nuget", "NuGet"},   {"openssl", "openssl"}, {"packagist", "Packagist"}, {"pub", "Pub"},
      {"pypi", "PyPI"},     {"redhat", "Red Hat"},  {"rubygems", "RubyGems"},   {"semver", "npm"}};
  const auto found = names.find(word);
  return found == names.end() ? word : found->second;
}

std::vector<Truth> read_lines(const std::string& path) {
  std::vector<Truth> truths;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    Truth truth;
    const bool comment = line.rfind("# ", 0) == 0 || line.rfind("// ", 0) == 0;
    if (!comment && words >> truth.left >> truth.sign >> truth.right) truths.push_back(truth);
  }
  return truths;
}

// A comparison test gives its versions sorted; where both are the same it says that they are equal.
std::vector<Truth> read_tests(const std::string& path) {
  std::vector<Truth> truths;
  std::ifstream file(path);
  const Json whole = Json::parse(file, nullptr, false);
  for (const Json& test : whole.value("tests", Json::array())) {
    const std::string type = test.value("test_type", "");
    if (type == "equality") {
      const auto versions = test["input"]["versions"].get<std::vector<std::string>>();
      truths.push_back({versions.at(0), test["expected_output"].get<bool>() ? "=" : "!", versions.at(1)});
    } else if (type == "comparison") {
      const auto sorted = test["expected_output"].get<std::vector<std::string>>();
      truths.push_back({sorted.at(0), sorted.at(0) == sorted.at(1) ? "=" : "<=", sorted.at(1)});
    }
  }
  return truths;
}

bool holds(const codelake::sca::VersionOrdering& ordering, const Truth& truth) {
  const auto order = ordering.compare(truth.left, truth.right);
  const auto reverse = ordering.compare(truth.right, truth.left);
  if ((order < 0) != (reverse > 0) || (order == 0) != (reverse == 0)) return false;
  if (truth.sign == "<") return order < 0;
  if (truth.sign == ">") return order > 0;
  if (truth.sign == "<=") return order <= 0;
  return truth.sign == "=" ? order == 0 : order != 0;
}

Row check(const codelake::sca::VersionOrdering* ordering, const std::vector<Truth>& truths, bool show) {
  Row row;
  for (const Truth& truth : truths) {
    ++row.asked;
    if (ordering != nullptr && holds(*ordering, truth)) continue;
    ++row.wrong;
    if (show) std::printf("  %s %s %s\n", truth.left.c_str(), truth.sign.c_str(), truth.right.c_str());
  }
  return row;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("version_truth FOLDER [--failures]\n", stderr), 2;
  const bool show = argc > 2;
  const auto orderings = codelake::sca::all_orderings();
  std::map<std::string, Row> rows;
  for (const auto& item : std::filesystem::directory_iterator(argv[1])) {
    const std::string name = item.path().filename().string();
    const std::string word = name.substr(0, name.find_first_of("-_"));
    const bool lines = name.find("-versions") != std::string::npos && item.path().extension() == ".txt";
    const bool tests = name.find("test.json") != std::string::npos;
    if (!lines && !tests) continue;
    const auto truths = lines ? read_lines(item.path().string()) : read_tests(item.path().string());
    if (truths.empty()) continue;
    rows[name] = check(codelake::sca::ordering_for(orderings, ecosystem_of(word)), truths, show);
  }
  Row sum;
  for (const auto& [name, row] : rows) {
    std::printf("%-40s %7zu of %7zu\n", name.c_str(), row.asked - row.wrong, row.asked);
    sum.asked += row.asked;
    sum.wrong += row.wrong;
  }
  std::printf("%-40s %7zu of %7zu\n", "sum", sum.asked - sum.wrong, sum.asked);
  return sum.wrong == 0 ? 0 : 1;
}
