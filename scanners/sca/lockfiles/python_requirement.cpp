// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/python_requirement.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca {

namespace {

bool in_name(char c) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == '.';
}

bool in_version(char c) {
  return in_name(c) || c == '+' || c == '!';
}

}  // namespace

PythonRequirement parse_python_requirement(std::string_view text) {
  text = trimmed(text);
  const auto name_end =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), in_name) - text.begin());
  PythonRequirement requirement{text.substr(0, name_end), {}, {}};
  std::string_view rest = trimmed(text.substr(name_end));
  if (rest.starts_with('[')) rest = trimmed(rest.substr(std::min(rest.find(']'), rest.size() - 1) + 1));
  if (rest.starts_with('@')) {
    rest = trimmed(rest.substr(1));
    requirement.address = trimmed(rest.substr(0, rest.find(" ;")));
    return requirement;
  }
  rest = trimmed(rest.substr(0, rest.find(';')));
  if (rest.starts_with('(') && rest.ends_with(')')) rest = trimmed(rest.substr(1, rest.size() - 2));
  const bool operators =
      rest.empty() || std::string_view("=<>!~").find(rest.front()) != std::string_view::npos;
  if (!operators) return {};
  requirement.specifiers = rest;
  return requirement;
}

std::string_view pinned_python_version(std::string_view specifiers) {
  while (!specifiers.empty()) {
    const auto comma = std::min(specifiers.find(','), specifiers.size());
    std::string_view one = trimmed(specifiers.substr(0, comma));
    specifiers.remove_prefix(std::min(comma + 1, specifiers.size()));
    if (!one.starts_with("==")) continue;
    one.remove_prefix(one.starts_with("===") ? 3 : 2);
    one = trimmed(one);
    const bool version = std::all_of(one.begin(), one.end(), in_version);
    if (!one.empty() && version) return one;
  }
  return {};
}

PackageSource source_of_python_address(std::string_view address) {
  const bool repository = address.starts_with("git+") || address.starts_with("hg+") ||
                          address.starts_with("svn+") || address.starts_with("bzr+");
  if (repository) return PackageSource::git;
  const bool elsewhere = address.find("://") != std::string_view::npos && !address.starts_with("file:");
  return elsewhere ? PackageSource::url : PackageSource::path;
}

std::string python_group_of(std::string_view name) {
  const std::string word = lower(name);
  const auto has = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  if (has("test")) return "test";
  return has("dev") || has("lint") || has("doc") || has("typing") ? "dev" : "prod";
}

bool add_python_requirement(LockfileBuilder& builder, std::string_view text, std::uint32_t line,
                            const std::string& group) {
  const PythonRequirement requirement = parse_python_requirement(text);
  if (requirement.name.empty()) return false;
  const std::string_view version = pinned_python_version(requirement.specifiers);
  Package& package = builder.add(requirement.name, version, line);
  package.groups.push_back(group);
  if (!requirement.address.empty()) {
    package.source = source_of_python_address(requirement.address);
    package.origin = requirement.address;
    package.requirement = requirement.address;
  } else if (version.empty()) {
    package.requirement = requirement.specifiers.empty() ? "*" : std::string(requirement.specifiers);
  }
  return true;
}

}  // namespace codelake::sca
