// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/module_roots.h"

#include "scanners/sast/settings/settings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::sast {

namespace {

constexpr std::size_t k_roots_max = 2000;
constexpr std::size_t k_name_max = 300;

// The name in the line `module NAME` of a go.mod.
std::string module_line(std::string_view text) {
  constexpr std::string_view k_space = " \t\r\"`";
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (!line.starts_with("module ") && !line.starts_with("module\t")) continue;
    line.remove_prefix(7);
    line = line.substr(0, line.find("//"));
    const auto first = line.find_first_not_of(k_space);
    if (first == std::string_view::npos) return {};
    return std::string(line.substr(first, line.find_last_not_of(k_space) + 1 - first));
  }
  return {};
}

std::string package_name(std::string_view text) {
  const Settings settings = read_settings("package.json", text);
  const auto found = std::find_if(settings.begin(), settings.end(), [](const Setting& one) { return one.way == std::vector<std::string>{"name"}; });
  return found == settings.end() ? std::string() : found->text;
}

}  // namespace

std::vector<flow::ModuleRoot> module_roots(const std::vector<FileInfo>& files, const ReadFile& read) {
  std::vector<flow::ModuleRoot> roots;
  for (const FileInfo& file : files) {
    const bool go = file.name() == "go.mod";
    if (file.vendored || roots.size() >= k_roots_max || (!go && file.name() != "package.json")) continue;
    const auto text = read(file);
    std::string name = !text ? std::string() : go ? module_line(*text) : package_name(*text);
    if (name.empty() || name.size() > k_name_max) continue;
    const auto slash = file.path.rfind('/');
    roots.push_back({slash == std::string::npos ? std::string() : file.path.substr(0, slash), std::move(name)});
  }
  std::sort(roots.begin(), roots.end(), [](const auto& a, const auto& b) { return a.folder < b.folder; });
  return roots;
}

}  // namespace codelake::sast
