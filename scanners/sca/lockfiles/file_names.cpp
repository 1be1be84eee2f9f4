// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/file_names.h"

namespace codelake::sca {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::optional<NamePattern> name_pattern(std::string_view name) {
  const auto star = name.find('*');
  if (star == std::string_view::npos) return std::nullopt;
  return NamePattern{name.substr(0, star), name.substr(star + 1)};
}

bool is_called(std::string_view path, std::string_view name) {
  const auto pattern = name_pattern(name);
  return pattern ? pattern->fits(file_name(path)) : file_name(path) == name;
}

void FileNameTable::add(const FileNames& names, std::size_t owner) {
  for (const std::string_view name : names) {
    if (const auto pattern = name_pattern(name))
      m_patterns.emplace_back(*pattern, owner);
    else
      m_whole[name].push_back(owner);
  }
}

}  // namespace codelake::sca
