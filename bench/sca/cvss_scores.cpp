// SPDX-License-Identifier: Apache-2.0
// Reads CVSS vectors, one a line, and prints "vector<tab>base score", or "-" where there is none.
#include "scanners/sca/advisories/cvss.h"

#include <cstdio>
#include <iostream>
#include <string>

int main() {
  for (std::string vector; std::getline(std::cin, vector);) {
    const auto score = codelake::sca::cvss_base_score(vector);
    if (score)
      std::printf("%s\t%.1f\n", vector.c_str(), *score);
    else
      std::printf("%s\t-\n", vector.c_str());
  }
  return 0;
}
