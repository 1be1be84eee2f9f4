// SPDX-License-Identifier: Apache-2.0
// Looks up packages in an advisory database: sca_lookup DATABASE LIST [ROUNDS]. DATABASE is a folder of "<ecosystem>.idx",
// LIST has a line "ecosystem<TAB>name<TAB>version" for each package. Prints the least time of the rounds.
#include "scanners/sca/advisories/index.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using codelake::sca::AdvisoryIndex;
using codelake::sca::AdvisoryMatch;
using Clock = std::chrono::steady_clock;

struct Package {
  std::string ecosystem;
  std::string name;
  std::string version;
};

struct Round {
  double match_ms = 0;
  double describe_ms = 0;
  std::size_t affected = 0;
  std::size_t hits = 0;
};

double since_ms(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Round run(const AdvisoryIndex& index, const std::vector<Package>& packages) {
  Round round;
  std::vector<std::vector<AdvisoryMatch>> all;
  all.reserve(packages.size());
  auto start = Clock::now();
  for (const Package& package : packages)
    all.push_back(index.match(package.ecosystem, package.name, package.version).value());
  round.match_ms = since_ms(start);
  start = Clock::now();
  for (std::size_t i = 0; i < packages.size(); ++i) {
    for (const AdvisoryMatch& match : all[i]) {
      round.hits += index.describe(packages[i].ecosystem, match).value().ids.empty() ? 0 : 1;
    }
    round.affected += all[i].empty() ? 0 : 1;
  }
  round.describe_ms = since_ms(start);
  return round;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("sca_lookup DATABASE LIST [ROUNDS]\n", stderr), 2;
  std::vector<Package> packages;
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    Package package;
    std::getline(fields, package.ecosystem, '\t');
    std::getline(fields, package.name, '\t');
    std::getline(fields, package.version, '\t');
    packages.push_back(package);
  }
  auto start = Clock::now();
  const auto index = AdvisoryIndex::open(argv[1]);
  if (!index) return std::fprintf(stderr, "%s\n", index.error().text().c_str()), 1;
  std::printf("open       %8.2f ms\n", since_ms(start));
  Round best = run(*index, packages);
  std::printf("first      %8.2f ms, described in %.2f ms\n", best.match_ms, best.describe_ms);
  for (int i = argc > 3 ? std::atoi(argv[3]) : 10; i > 0; --i) {
    const Round round = run(*index, packages);
    if (round.match_ms + round.describe_ms < best.match_ms + best.describe_ms) best = round;
  }
  std::printf("look-ups   %8.2f ms for %zu packages, %zu affected\n", best.match_ms, packages.size(), best.affected);
  std::printf("described  %8.2f ms for %zu hits\n", best.describe_ms, best.hits);
  return 0;
}
