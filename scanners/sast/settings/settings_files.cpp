// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/settings/settings_files.h"

#include <algorithm>

namespace codelake::sast {

namespace {

std::string_view last_part(std::string_view path) {
  const auto slash = path.find_last_of("/\\:");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// How many folders two paths have in common, from the top.
std::size_t common_folders(std::string_view a, std::string_view b) {
  std::size_t folders = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i) folders += a[i] == '/' ? 1 : 0;
  return folders;
}

// "./config/app.ini" and "../config/app.ini" end like the path they mean.
std::string_view without_dots(std::string_view name) {
  const auto scheme = name.find(':');
  if (scheme != std::string_view::npos) name.remove_prefix(scheme + 1);
  while (name.starts_with("./") || name.starts_with("../") || name.starts_with('/')) name.remove_prefix(name.find('/') + 1);
  return name;
}

bool ends_in(const std::string& path, std::string_view name) {
  return path == name || (path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '/');
}

}  // namespace

SettingsFiles::SettingsFiles(const std::vector<FileInfo>& files, ReadFile read) : m_read(std::move(read)) {
  for (const FileInfo& file : files) {
    if (names_settings(file.name()) && !file.vendored) m_files[std::string(file.name())].push_back(file);
  }
}

const FileInfo* SettingsFiles::choose(std::string_view name, std::string_view by) const {
  const auto named = m_files.find(last_part(name));
  if (named == m_files.end()) return nullptr;
  const std::string_view wanted = without_dots(name);
  const FileInfo* best = nullptr;
  std::size_t nearest = 0;
  bool several = false;
  for (const FileInfo& file : named->second) {
    if (!ends_in(file.path, wanted)) continue;
    const std::size_t near = common_folders(file.path, by) + 1;
    several = near == nearest || (several && near < nearest);
    if (near <= nearest) continue;
    best = &file;
    nearest = near;
    several = false;
  }
  return several ? nullptr : best;
}

const Settings* SettingsFiles::find(std::string_view name, std::string_view by) const {
  const FileInfo* file = names_settings(name) ? choose(name, by) : nullptr;
  if (file == nullptr) return nullptr;
  const std::lock_guard lock(m_guard);
  auto& known = m_known[file->path];
  if (known == nullptr) {
    const auto bytes = m_read(*file);
    known = std::make_unique<Settings>(bytes ? read_settings(file->name(), *bytes) : Settings{});
  }
  return known->empty() ? nullptr : known.get();
}

}  // namespace codelake::sast
