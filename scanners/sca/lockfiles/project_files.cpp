// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/project_files.h"

#include "core/json.h"
#include "core/toml.h"
#include "scanners/sca/lockfiles/parser.h"

namespace codelake::sca {

namespace {

Result<yaml::Node> parse_document(const SourceFile& file) {
  const std::string_view name = file_name(file.path());
  if (name.ends_with(".toml") || name == "Pipfile") return parse_toml(file.text(), file.path());
  if (name.ends_with(".json") || name.ends_with(".jsonc")) return parse_jsonc(file.text(), file.path());
  return yaml::parse(file.text(), file.path());
}

}  // namespace

void ProjectFiles::add(const std::string& path, const SourceFile* file) {
  m_files.insert_or_assign(path, file);
}

const SourceFile* ProjectFiles::source(std::string_view path) const {
  const auto found = m_files.find(path);
  return found == m_files.end() ? nullptr : found->second;
}

const yaml::Node* ProjectFiles::document(std::string_view path) const {
  const SourceFile* file = source(path);
  if (file == nullptr) return nullptr;
  auto known = m_documents.find(path);
  if (known == m_documents.end()) {
    known = m_documents.try_emplace(std::string(path)).first;
    if (auto document = parse_document(*file)) known->second = std::move(*document);
  }
  return known->second ? &*known->second : nullptr;
}

const xml::Element* ProjectFiles::xml(std::string_view path) const {
  const SourceFile* file = source(path);
  if (file == nullptr) return nullptr;
  auto known = m_elements.find(path);
  if (known == m_elements.end()) {
    known = m_elements.try_emplace(std::string(path)).first;
    if (auto element = xml::parse(file->text(), file->path())) known->second = std::move(*element);
  }
  return known->second ? &*known->second : nullptr;
}

const Derived& ProjectFiles::derived(const std::string& key,
                                     const std::function<std::unique_ptr<Derived>()>& make) const {
  std::unique_ptr<Derived>& value = m_derived[key];
  if (!value) value = make();
  return *value;
}

std::vector<std::string> ProjectFiles::below(std::string_view folder, std::string_view name) const {
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  std::vector<std::string> found;
  for (auto at = m_files.lower_bound(prefix); at != m_files.end() && at->first.starts_with(prefix); ++at) {
    const bool fits = name.starts_with('.') ? at->first.ends_with(name) : file_name(at->first) == name;
    if (fits) found.push_back(at->first);
  }
  return found;
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::optional<std::string> path_from(std::string_view folder, std::string_view relative) {
  if (relative.starts_with('/') || relative.find(':') != std::string_view::npos) return std::nullopt;
  std::string path(folder);
  while (!relative.empty()) {
    const auto end = std::min(relative.find_first_of("/\\"), relative.size());
    const std::string_view part = relative.substr(0, end);
    relative.remove_prefix(std::min(end + 1, relative.size()));
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path = std::string(folder_of(path));
      continue;
    }
    path += (path.empty() ? "" : "/") + std::string(part);
  }
  return path;
}

std::string nearest(const ProjectFiles& files, std::string_view path,
                    const std::vector<std::string_view>& names) {
  std::string_view folder = folder_of(path);
  while (true) {
    const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
    for (const std::string_view name : names) {
      if (files.has(prefix + std::string(name))) return prefix + std::string(name);
    }
    if (folder.empty()) return {};
    folder = folder_of(folder);
  }
}

}  // namespace codelake::sca
