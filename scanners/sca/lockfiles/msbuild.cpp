// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/msbuild.h"

#include "scanners/sca/lockfiles/requirement_map.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

namespace {

constexpr int k_expansions_max = 16;  // $(a) may stand for $(b), and so on

MsbuildItem item_of(const xml::Element& element) {
  MsbuildItem item;
  item.kind = element.name;
  item.name = trimmed(element.attribute("Include").empty() ? element.attribute("Update")
                                                           : element.attribute("Include"));
  for (const std::string_view key : {"VersionOverride", "Version"}) {
    if (item.version.empty()) item.version = trimmed(element.attribute(key));
    if (item.version.empty()) item.version = element.text_of(key);
  }
  const std::string_view attribute = element.attribute("PrivateAssets");
  item.dev = lower(attribute.empty() ? element.text_of("PrivateAssets") : attribute) == "all";
  item.line = element.line;
  return item;
}

}  // namespace

MsbuildFile read_msbuild(const xml::Element& root) {
  MsbuildFile file;
  for (const xml::Element& group : root.children) {
    for (const xml::Element& element : group.children) {
      if (group.name == "PropertyGroup") file.properties[element.name] = element.text;
      const bool package = element.name == "PackageReference" || element.name == "PackageVersion" ||
                           element.name == "GlobalPackageReference";
      if (group.name == "ItemGroup" && package) file.items.push_back(item_of(element));
    }
  }
  return file;
}

std::string with_properties(std::string_view text,
                            const std::map<std::string, std::string, std::less<>>& properties) {
  std::string result(text);
  std::size_t from = 0;
  for (int expansions = 0; expansions < k_expansions_max; ++expansions) {
    const auto start = result.find("$(", from);
    const auto end = result.find(')', start == std::string::npos ? result.size() : start);
    if (end == std::string::npos) break;
    const auto found = properties.find(std::string_view(result).substr(start + 2, end - start - 2));
    if (found == properties.end())
      from = end;
    else
      result.replace(start, end - start + 1, found->second);
  }
  return result;
}

void add_msbuild_package(LockfileBuilder& builder, const MsbuildItem& item, const std::string& version) {
  if (item.name.empty()) return builder.odd_line(item.line, "a package without a name");
  std::string_view exact = version;
  if (exact.starts_with('[') && exact.ends_with(']')) exact = exact.substr(1, exact.size() - 2);
  exact = pinned_when_plain(exact);
  Package& package = builder.add(item.name, exact, item.line);
  if (exact.empty()) package.requirement = version.empty() ? "*" : version;
  package.direct = true;
  package.direct_known = true;
  package.groups.emplace_back(item.dev ? "dev" : "prod");
}

}  // namespace codelake::sca
