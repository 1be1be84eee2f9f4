// SPDX-License-Identifier: Apache-2.0
//
// Files of lines have `key = value` in sections or none: Java's properties, INI and .env files differ in little that
// matters here. The others are trees, whose leaves are the values:
//
//     [db]                      {"db": {"url": "x"}}          both: db → url is "x"
//     url = x
#include "scanners/sast/settings/settings.h"

#include "core/json.h"
#include "core/toml.h"
#include "core/yaml.h"

#include <algorithm>

namespace codelake::sast {

namespace {

constexpr std::size_t k_bytes_max = 256U * 1024;
constexpr std::size_t k_values_max = 2000;
constexpr std::size_t k_depth_max = 8;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\f");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\f") - first + 1);
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

void add_line(std::string_view line, std::string_view section, Settings& settings) {
  if (line.starts_with("export ")) line = trimmed(line.substr(7));
  const auto sign = line.find_first_of("=:");
  if (sign == std::string_view::npos || sign == 0) return;
  Setting setting;
  if (!section.empty()) setting.way.emplace_back(section);
  setting.way.emplace_back(trimmed(line.substr(0, sign)));
  const std::string_view value = trimmed(line.substr(sign + 1));
  // What goes on in the next line, or is put together from others, is no constant this reader knows.
  if (value.ends_with('\\') || value.find("${") != std::string_view::npos || value.find("%(") != std::string_view::npos) return;
  setting.text = unquoted(value);
  settings.push_back(std::move(setting));
}

Settings read_lines(std::string_view bytes) {
  Settings settings;
  std::string_view section;
  bool continued = false;
  while (!bytes.empty() && settings.size() < k_values_max) {
    const auto end = bytes.find('\n');
    const std::string_view line = trimmed(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    const bool was_continued = std::exchange(continued, line.ends_with('\\'));
    if (was_continued || line.empty() || line[0] == '#' || line[0] == ';' || line[0] == '!') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
    } else {
      add_line(line, section, settings);
    }
  }
  return settings;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.size() < 18 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_tree(const yaml::Node& node, std::vector<std::string>& way, Settings& settings) {
  if (settings.size() >= k_values_max || way.size() > k_depth_max) return;
  for (const auto& [key, value] : node.entries) {
    way.push_back(key.text);
    add_tree(value, way, settings);
    way.pop_back();
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    way.push_back("#" + std::to_string(i));
    add_tree(node.items[i], way, settings);
    way.pop_back();
  }
  if (!node.is_scalar() || way.empty()) return;
  const bool truth = !node.quoted && (node.text == "true" || node.text == "false");
  const bool number = !node.quoted && is_number(node.text);
  settings.push_back({truth ? Setting::Kind::truth : number ? Setting::Kind::number : Setting::Kind::text, way, node.text});
}

Result<yaml::Node> parsed(std::string_view file, std::string_view bytes) {
  const std::string name(file);
  if (file.ends_with(".json")) return parse_jsonc(bytes, name);
  if (file.ends_with(".toml")) return parse_toml(bytes, name);
  return yaml::parse(bytes, name);
}

bool is_tree(std::string_view file) {
  return file.ends_with(".json") || file.ends_with(".toml") || file.ends_with(".yaml") || file.ends_with(".yml");
}

}  // namespace

bool names_settings(std::string_view file) {
  if (file.size() > 200 || file.find_first_of("\n \"*") != std::string_view::npos) return false;
  return is_tree(file) || file.ends_with(".properties") || file.ends_with(".ini") || file.ends_with(".cfg") ||
         file.ends_with(".conf") || file.ends_with(".env");
}

Settings read_settings(std::string_view file, std::string_view bytes) {
  if (bytes.size() > k_bytes_max) return {};
  if (!is_tree(file)) return read_lines(bytes);
  const auto root = parsed(file, bytes);
  Settings settings;
  std::vector<std::string> way;
  if (root) add_tree(*root, way, settings);
  return settings;
}

}  // namespace codelake::sast
