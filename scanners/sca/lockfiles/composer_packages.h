// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/entries.h"
#include "scanners/sca/lockfiles/project_files.h"

namespace codelake::sca {

// Adds what composer.lock and installed.json write of each package, in lists of the same form: "name",
// "version", "source", "dist", "license", "require". A branch ("dev-main", "2.x-dev") is a commit, not a
// release.
void fill_composer_package(Package& package, const yaml::Node& node);

// Marks what the composer.json at that path asks for as direct; nothing when it is not there.
void mark_direct_by_composer_json(Lockfile& lockfile, const ProjectFiles& files, const std::string& manifest);

// Whether a name is of the platform ("php", "ext-json", "lib-curl"), not of a package.
bool is_composer_platform(std::string_view name);

}  // namespace codelake::sca
