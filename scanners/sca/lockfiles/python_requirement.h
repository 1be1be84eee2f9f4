// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// A dependency as PEP 508 writes it: "name[extra] >=1.0 ; marker" or "name @ address ; marker".
struct PythonRequirement {
  std::string_view name;        // empty: this is none
  std::string_view specifiers;  // ">=1.0,<2"; may be empty
  std::string_view address;     // of a repository, archive or folder; may be empty
};

PythonRequirement parse_python_requirement(std::string_view text);

// The version of a specifier set that allows just one ("==1.0", "===1.0", "==1.0,!=2"); empty when it allows
// more.
std::string_view pinned_python_version(std::string_view specifiers);

// Where an address after "name @" leads.
PackageSource source_of_python_address(std::string_view address);

// "dev", "test" or "prod", by the name of a group, extra or file.
std::string python_group_of(std::string_view name);

// Adds what the text asks for; false when it is no requirement.
bool add_python_requirement(LockfileBuilder& builder, std::string_view text, std::uint32_t line,
                            const std::string& group);

}  // namespace codelake::sca
