// SPDX-License-Identifier: Apache-2.0
// One target for all parsers: the first byte chooses the parser, the rest is the file.
#include "scanners/sca/lockfiles/parser.h"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto parsers = codelake::sca::all_parsers();
  if (size == 0 || parsers.empty()) return 0;
  const auto& parser = *parsers[data[0] % parsers.size()];
  codelake::FileInfo info;
  info.path = std::string(parser.format());
  const codelake::SourceFile file(info, std::string(reinterpret_cast<const char*>(data) + 1, size - 1), {});
  (void)parser.parse(file);
  return 0;
}
