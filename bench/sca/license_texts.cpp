// SPDX-License-Identifier: Apache-2.0
// Reads paths of licence texts, one a line, and prints "path<tab>expression", or "-" where none is recognised.
#include "core/file.h"
#include "scanners/sca/licenses/license_text.h"

#include <cstdio>
#include <iostream>
#include <string>

int main() {
  constexpr std::uint64_t bytes_max = 16U << 20U;
  for (std::string path; std::getline(std::cin, path);) {
    const auto text = codelake::read_file(path, bytes_max);
    if (!text) continue;
    const auto license = codelake::sca::identify_license(*text);
    std::printf("%s\t%s\n", path.c_str(), license ? license->text().c_str() : "-");
  }
  return 0;
}
