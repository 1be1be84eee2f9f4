// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/requirements/origins.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::requirements {

void Origins::comment(Package& package, std::string_view text) {
  constexpr std::string_view word = "via";
  std::string_view rest = trimmed(text.substr(1));
  if (rest.starts_with(word) && (rest.size() == word.size() || rest[word.size()] == ' ')) {
    m_in_list = true;
    rest = trimmed(rest.substr(word.size()));
  } else if (!m_in_list || !text.starts_with("#  ")) {
    m_in_list = false;
    return;
  }
  while (!rest.empty()) {
    const auto comma = std::min(rest.find(','), rest.size());
    origin(package, trimmed(rest.substr(0, comma)));
    rest = trimmed(rest.substr(std::min(comma + 1, rest.size())));
  }
}

// "-r requirements.in", "app (pyproject.toml)", "-c constraints.txt", "top"
void Origins::origin(Package& package, std::string_view name) {
  if (name.starts_with("-c")) return;
  if (!name.starts_with('-') && !name.ends_with(')')) {
    m_asked_by.emplace_back(&package, name);
    return;
  }
  package.direct = true;
  package.direct_known = true;
}

void Origins::apply(const PackagesByName& by_name) const {
  for (const auto& [package, name] : m_asked_by) {
    for (Package* from : by_name.find(name)) {
      connect(*from, {package});
      package->direct_known = true;
    }
  }
}

}  // namespace codelake::sca::requirements
