// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

#include <string>

namespace codelake::sca {

// Adds a dependency in the notation of Poetry and Pipenv: `name = "range"`, or a mapping with "version",
// "git" (and "rev", "tag", "branch" or "ref"), "path", "file" or "url". "1.2.3" allows only this version in
// neither: Poetry reads it as a range, Pipenv refuses it.
void add_python_table(LockfileBuilder& builder, const yaml::Node& name, const yaml::Node& value,
                      const std::string& group);

}  // namespace codelake::sca
