// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/versions/number_list.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>

namespace codelake::sca {

bool valid_number_list(std::string_view version, std::string_view separators) {
  std::string_view text = trimmed(version);
  while (true) {
    const auto end = text.find_first_of(separators);
    if (!all_digits(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

std::string number_list_key(std::string_view version, std::string_view separators) {
  VersionKey key;
  std::string_view text = trimmed(version);
  if (!valid_number_list(text, separators)) {
    key.tag(0);
    key.text(text);
    return key.take();
  }
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    key.number(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  key.tag(1);
  return key.take();
}

}  // namespace codelake::sca
