// SPDX-License-Identifier: Apache-2.0
#include "core/file_type.h"

#include "core/file_type_rows.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>

namespace codelake {

namespace {

constexpr std::size_t k_first_line_max = 400;

using Table = std::unordered_map<std::string_view, std::string_view>;

Table table_of(FileClue clue) {
  Table table;
  for (const FileTypeRow& row : file_type_rows()) {
    if (row.clue == clue) table.emplace(row.text, row.language);
  }
  return table;
}

const Table& languages_by_extension() {
  static const Table table = table_of(FileClue::by_extension);
  return table;
}

const Table& languages_by_name() {
  static const Table table = table_of(FileClue::by_name);
  return table;
}

const Table& languages_by_interpreter() {
  static const Table table = table_of(FileClue::by_interpreter);
  return table;
}

std::string_view language_by_prefix(std::string_view name) {
  for (const FileTypeRow& row : file_type_rows()) {
    if (row.clue == FileClue::by_prefix && name.starts_with(row.text)) return row.language;
  }
  return {};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

std::string_view find(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::string_view{} : found->second;
}

template <class Predicate>
bool any_directory(std::string_view path, Predicate predicate) {
  std::size_t start = 0;
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', start)) {
    if (predicate(path.substr(start, slash - start))) return true;
    start = slash + 1;
  }
  return false;
}

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::string_view language_of_path(std::string_view path) {
  const std::string_view name = file_name(path);
  if (const auto language = find(languages_by_name(), name); !language.empty()) return language;
  if (const auto language = language_by_prefix(name); !language.empty()) return language;
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  return find(languages_by_extension(), lower(name.substr(dot + 1)));
}

std::string_view language_of_first_line(std::string_view text) {
  if (!text.starts_with("#!")) return {};
  std::string_view line = text.substr(2, std::min(text.find('\n'), k_first_line_max) - 2);
  // `#!/usr/bin/env -S X=1 python3.11 -u`: the first word that is neither env itself nor meant for it.
  while (!line.empty()) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
    const std::string_view word = file_name(line.substr(begin, end - begin));
    line.remove_prefix(end);
    if (word == "env" || word.starts_with('-') || word.find('=') != std::string_view::npos) continue;
    const std::size_t last = word.find_last_not_of("0123456789.");
    return find(languages_by_interpreter(), word.substr(0, last == std::string_view::npos ? 0 : last + 1));
  }
  return {};
}

bool is_programming_language(std::string_view language) {
  constexpr std::array<std::string_view, 18> data = {"json", "yaml", "toml", "xml", "html", "css", "markdown", "text", "ini",
      "properties", "dotenv", "protobuf", "csv", "lock", "hcl", "dockerfile", "cmake", "make"};
  return !language.empty() && std::find(data.begin(), data.end(), language) == data.end();
}

bool is_vendored_path(std::string_view path) {
  constexpr std::array<std::string_view, 14> names = {
      "node_modules", "vendor", "third_party", "thirdparty", "3rdparty", "bower_components", "site-packages",
      ".venv", "venv", "Pods", "Carthage", "jspm_packages", ".yarn", "external"};
  return any_directory(path, [&](std::string_view directory) {
    return std::find(names.begin(), names.end(), directory) != names.end();
  });
}

bool is_test_path(std::string_view path) {
  constexpr std::array<std::string_view, 13> names = {"test", "tests", "testing", "__tests__", "spec", "specs", "testdata",
      "fixtures", "fixture", "examples", "example", "e2e", "__mocks__"};
  const bool in_directory = any_directory(path, [&](std::string_view directory) {
    return std::find(names.begin(), names.end(), directory) != names.end();
  });
  if (in_directory) return true;
  const std::string_view name = file_name(path);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with(".test") || stem.ends_with(".spec") ||
         stem.ends_with("_spec") || (stem.size() > 4 && stem.ends_with("Test")) ||
         (stem.size() > 5 && stem.ends_with("Tests"));
}

}  // namespace codelake
