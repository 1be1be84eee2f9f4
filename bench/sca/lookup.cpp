// SPDX-License-Identifier: Apache-2.0
// Looks up packages in an advisory database: sca_lookup DATABASE LIST [ROUNDS]. DATABASE is a folder of
// "<ecosystem>.idx", LIST has a line "ecosystem<TAB>name<TAB>version" for each package. Prints the least time
// of the rounds.
#include "scanners/sca/advisories/index.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using codelake::sca::AdvisoryIndex;
using Clock = std::chrono::steady_clock;

struct Package {
  std::string ecosystem;
  std::string name;
  std::string version;
};

struct Round {
  double match_ms = 0;
  double find_ms = 0;
  std::size_t affected = 0;
  std::size_t hits = 0;
};

double since_ms(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Round run(const AdvisoryIndex& index, const std::vector<Package>& packages) {
  Round round;
  auto start = Clock::now();
  for (const Package& package : packages)
    round.affected += index.match(package.ecosystem, package.name, package.version).value().empty() ? 0 : 1;
  round.match_ms = since_ms(start);
  start = Clock::now();
  for (const Package& package : packages)
    round.hits += index.find(package.ecosystem, package.name, package.version).value().size();
  round.find_ms = since_ms(start);
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
  std::printf("first      %8.2f ms, with the details %.2f ms\n", best.match_ms, best.find_ms);
  for (int i = argc > 3 ? std::atoi(argv[3]) : 10; i > 0; --i) {
    const Round round = run(*index, packages);
    best.match_ms = std::min(best.match_ms, round.match_ms);
    best.find_ms = std::min(best.find_ms, round.find_ms);
  }
  std::printf("look-ups   %8.2f ms for %zu packages, %zu affected\n", best.match_ms, packages.size(),
              best.affected);
  std::printf("details    %8.2f ms for the same with all details of %zu hits\n", best.find_ms, best.hits);
  return 0;
}
