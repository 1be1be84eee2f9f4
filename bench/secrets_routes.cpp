// SPDX-License-Identifier: Apache-2.0
// secrets_routes RULES FOLDER…: matches of all rules of RULES in the files of some folders, once with an automaton
// of all rules over all bytes, once by the routes of the rules (scanners/secrets/rule/route.h). Prints how long
// each takes on one core (processor time, the better of several rounds) and every match that only one finds.
#include "core/file.h"
#include "scanners/secrets/engine.h"
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/rule_file.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <tuple>

namespace {

using namespace codelake::secrets;
using Match = std::tuple<std::string, std::size_t, std::size_t>;

constexpr int k_rounds = 5;

struct File {
  std::string path;
  std::string text;
};

std::vector<File> load(const char* folder) {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    auto bytes = codelake::read_file(entry.path().string(), 16U << 20);
    const bool text = bytes && std::string_view(*bytes).substr(0, 8000).find('\0') == std::string_view::npos;
    if (text) files.push_back({entry.path().string(), std::move(*bytes)});
  }
  return files;
}

Engine engine_of(std::vector<Rule> rules, bool routes) {
  for (Rule& rule : rules) rule.route = routes ? rule.route : Route::automaton;
  Engine engine = Engine::from_stored(std::move(rules), {});
  engine.find("builds the automaton");
  return engine;
}

std::vector<Match> matches_in(const Engine& engine, const File& file) {
  std::vector<Match> matches;
  for (const Hit& hit : engine.find(file.text).list) matches.emplace_back(hit.rule->id, hit.begin, hit.end);
  std::sort(matches.begin(), matches.end());
  return matches;
}

double seconds_of(const Engine& engine, const std::vector<File>& files) {
  double best = 1e9;
  for (int round = 0; round < k_rounds; ++round) {
    const std::clock_t start = std::clock();
    for (const File& file : files) engine.find(file.text);
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void compare(const Engine& whole, const Engine& routed, const char* folder) {
  const std::vector<File> files = load(folder);
  std::size_t bytes = 0;
  std::size_t found = 0;
  std::size_t different = 0;
  for (const File& file : files) {
    const auto expected = matches_in(whole, file);
    const auto actual = matches_in(routed, file);
    bytes += file.text.size();
    found += expected.size();
    std::vector<Match> differences;
    std::set_symmetric_difference(expected.begin(), expected.end(), actual.begin(), actual.end(),
                                  std::back_inserter(differences));
    different += differences.size();
    for (const auto& [rule, begin, end] : differences) {
      std::printf("  %s %s %zu-%zu\n", file.path.c_str(), rule.c_str(), begin, end);
    }
  }
  const double size = static_cast<double>(bytes) / 1e9;
  std::printf("%s: %.1f MB, %zu matches, %zu different; all bytes %.2f GB/s, routes %.2f GB/s\n", folder, size * 1e3, found,
              different, size / seconds_of(whole, files), size / seconds_of(routed, files));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  auto rules = read_rule_path(argv[1]);
  if (!rules || !prepare(*rules)) return 2;
  const Engine whole = engine_of(*rules, false);
  const Engine routed = engine_of(*rules, true);
  for (int i = 2; i < argc; ++i) compare(whole, routed, argv[i]);
  return 0;
}
