// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::sca {

// The last part of a path.
std::string_view file_name(std::string_view path);

// How files are called: "Cargo.lock", or with one '*' for one or more characters: "*.csproj", "packages.*.lock.json".
using FileNames = std::vector<std::string_view>;

// A name with a '*'.
struct NamePattern {
  std::string_view begin;
  std::string_view end;

  bool fits(std::string_view name) const {
    return name.size() > begin.size() + end.size() && name.ends_with(end) && name.starts_with(begin);
  }
};
// Absent when there is no '*'.
std::optional<NamePattern> name_pattern(std::string_view name);

// Whether the last part of `path` is called so.
bool is_called(std::string_view path, std::string_view name);

// Tells by the name of a file which of many want it, without asking each.
class FileNameTable {
 public:
  // `owner` wants files called so; owners are added in ascending order. The names must outlive the table.
  void add(const FileNames& names, std::size_t owner);

  // The first owner of the name of that path for which `wants(owner)` is true.
  template <class Wants>
  std::optional<std::size_t> first(std::string_view path, Wants wants) const {
    const std::string_view name = file_name(path);
    std::optional<std::size_t> found;
    if (const auto whole = m_whole.find(name); whole != m_whole.end()) {
      for (std::size_t i = 0; i < whole->second.size() && !found; ++i) {
        if (wants(whole->second[i])) found = whole->second[i];
      }
    }
    for (const auto& [pattern, owner] : m_patterns) {
      if (found && owner >= *found) break;
      if (pattern.fits(name) && wants(owner)) return owner;
    }
    return found;
  }

 private:
  std::unordered_map<std::string_view, std::vector<std::size_t>> m_whole;
  std::vector<std::pair<NamePattern, std::size_t>> m_patterns;
};

}  // namespace codelake::sca
