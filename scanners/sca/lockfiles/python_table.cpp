// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/python_table.h"

#include "scanners/sca/lockfiles/python_requirement.h"

namespace codelake::sca {

void add_python_table(LockfileBuilder& builder, const yaml::Node& name, const yaml::Node& value,
                      const std::string& group) {
  const std::string_view range = value.is_mapping() ? value.text_of("version") : std::string_view(value.text);
  const std::string_view version = pinned_python_version(range);
  Package& package = builder.add(name.text, version, name.line);
  package.groups.push_back(group);
  package.direct = true;
  package.direct_known = true;
  if (version.empty()) package.requirement = range.empty() ? "*" : std::string(range);
  const std::pair<std::string_view, PackageSource> places[] = {{"git", PackageSource::git},
                                                               {"url", PackageSource::url},
                                                               {"file", PackageSource::url},
                                                               {"path", PackageSource::path}};
  for (const auto& [key, source] : places) {
    if (value.text_of(key).empty()) continue;
    package.source = source;
    package.origin = value.text_of(key);
    package.requirement = package.origin;
    package.commit = value.text_of("rev");
  }
}

}  // namespace codelake::sca
