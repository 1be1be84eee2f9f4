// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/parser.h"

namespace codelake::sca {

const LockfileParser* parser_for(const std::vector<std::unique_ptr<LockfileParser>>& parsers,
                                 std::string_view path) {
  for (const auto& parser : parsers) {
    if (parser->takes(path)) return parser.get();
  }
  return nullptr;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace codelake::sca
