// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/requirement_map.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca {

namespace {

using yaml::Node;

// {git = "…"} and {git: {url: …, ref: …}}
std::string_view place_of(const Node& value, std::string_view key) {
  const Node* place = value.find(key);
  if (place == nullptr) return {};
  return place->is_mapping() ? place->text_of("url") : std::string_view(place->text);
}

void add_place(Package& package, const Node& value) {
  const std::pair<std::string_view, PackageSource> places[] = {
      {"git", PackageSource::git}, {"path", PackageSource::path}, {"url", PackageSource::url}};
  for (const auto& [key, source] : places) {
    const std::string_view place = place_of(value, key);
    if (place.empty()) continue;
    package.source = source;
    package.origin = place;
    package.commit = value.text_of("rev");
    return;
  }
  if (value.text_of("workspace") == "true") package.source = PackageSource::workspace;
}

}  // namespace

std::string_view pinned_when_plain(std::string_view range) {
  range = trimmed(range);
  while (range.starts_with('=')) range.remove_prefix(1);
  range = trimmed(range);
  if (range.starts_with('v')) range.remove_prefix(1);
  const bool plain = std::all_of(range.begin(), range.end(), [](char c) {
    return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '+' || c == '_';
  });
  const bool wildcard = range.ends_with(".x") || range.find(".x.") != std::string_view::npos;
  return plain && !range.empty() && is_digit(range.front()) && !wildcard ? range : std::string_view{};
}

std::string_view pinned_by_equals(std::string_view range) {
  range = trimmed(range);
  return range.starts_with('=') ? pinned_when_plain(range) : std::string_view{};
}

void add_requirement_map(LockfileBuilder& builder, const Node* map, const std::string& group,
                         PinnedVersion pinned) {
  if (map == nullptr) return;
  for (const auto& [name, value] : map->entries) {
    const std::string_view range =
        value.is_mapping() ? value.text_of("version") : std::string_view(value.text);
    const std::string_view real = value.text_of("package");  // Cargo's `alias = { package = "name" }`
    const std::string_view version = pinned(range);
    Package& package = builder.add(real.empty() ? std::string_view(name.text) : real, version, name.line);
    if (version.empty()) package.requirement = range.empty() ? "*" : std::string(range);
    package.direct = true;
    package.direct_known = true;
    package.groups.push_back(value.text_of("optional") == "true" ? "optional" : group);
    add_place(package, value);
  }
}

void append_wanted(std::vector<Wanted>& wanted, const Node* map, const std::string& group) {
  if (map == nullptr) return;
  for (const auto& [name, value] : map->entries) wanted.push_back({name.text, {}, group});
}

}  // namespace codelake::sca
