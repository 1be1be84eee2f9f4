// SPDX-License-Identifier: Apache-2.0
// secrets_rule_cost RULES FOLDER [SIZE]: what each secret rule costs an automaton of all rules. The rules are left out
// SIZE at a time (1 by default) and the rest is run over the files of the folder, in memory, on one core;
// what gets faster is the cost of those left out. Processor time, the best of several rounds; the dearest
// come first.
#include "core/file.h"
#include "core/multi_pattern.h"
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/rule_file.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace {

using codelake::MultiPattern;
using codelake::secrets::Rule;

constexpr int k_rounds = 5;

std::vector<std::string> load(const char* folder) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    auto bytes = codelake::read_file(entry.path().string(), 4U << 20);
    if (bytes && bytes->find('\0') == std::string::npos) texts.push_back(std::move(*bytes));
  }
  return texts;
}

double seconds_of(const std::vector<Rule>& rules, const std::vector<std::string>& texts) {
  const auto patterns = MultiPattern::compile(codelake::secrets::expressions(rules));
  if (!patterns) return 0;
  double best = 1e9;
  for (int round = 0; round < k_rounds; ++round) {
    const std::clock_t start = std::clock();
    for (const std::string& text : texts) patterns->scan(text, [](std::uint32_t, std::size_t) {});
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void print_candidates(const std::vector<Rule>& rules, const std::vector<std::string>& texts) {
  const auto patterns = MultiPattern::compile(codelake::secrets::expressions(rules));
  if (!patterns) return;
  std::vector<std::pair<std::size_t, std::string>> counts;
  for (const Rule& rule : rules) counts.emplace_back(0, rule.id);
  for (const std::string& text : texts)
    patterns->scan(text, [&](std::uint32_t id, std::size_t) { ++counts[id].first; });
  std::sort(counts.rbegin(), counts.rend());
  for (const auto& [count, id] : counts) std::printf("%9zu  %s\n", count, id.c_str());
}

void print_costs(const std::vector<Rule>& rules, const std::vector<std::string>& texts, std::size_t size) {
  const double whole = seconds_of(rules, texts);
  std::vector<std::pair<double, std::string>> costs;
  for (std::size_t at = 0; at < rules.size(); at += size) {
    std::vector<Rule> rest = rules;
    const auto first = rest.begin() + static_cast<std::ptrdiff_t>(at);
    rest.erase(first, first + static_cast<std::ptrdiff_t>(std::min(size, rules.size() - at)));
    costs.emplace_back(whole - seconds_of(rest, texts), rules[at].id);
  }
  std::sort(costs.rbegin(), costs.rend());
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::printf("%zu rules: %.4f s, %.2f GB/s\n", rules.size(), whole,
              static_cast<double>(bytes) / 1e9 / whole);
  for (const auto& [cost, id] : costs) std::printf("%7.2f %%  %s\n", 100 * cost / whole, id.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  auto rules = codelake::secrets::read_rule_path(argv[1]);
  if (!rules || !codelake::secrets::prepare(*rules)) return 2;
  for (Rule& rule : *rules) rule.route = codelake::secrets::Route::automaton;
  const std::vector<std::string> texts = load(argv[2]);
  if (argc > 3)
    print_costs(*rules, texts, std::max(1UL, std::strtoul(argv[3], nullptr, 10)));
  else
    print_candidates(*rules, texts);
  return 0;
}
