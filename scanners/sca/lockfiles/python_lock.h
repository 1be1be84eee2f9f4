// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/entries.h"

#include <memory>
#include <string_view>

namespace codelake::sca {

// What sets one of the lockfiles of Python apart that list their packages as tables in TOML.
struct PythonLockFormat {
  std::string_view name;                     // as LockfileParser::format
  std::string_view list;                     // the key of the packages
  FileNames names;                           // as LockfileParser::names
  Entries::Fill fill;                        // what a table says besides name and version
};

// Reads them: packages, edges under "dependencies", and hashes, which old versions of the formats keep in a table of their
// own, [metadata.files], under "name" or "name version". Which packages are direct stands in the pyproject.toml beside.
std::unique_ptr<LockfileParser> make_python_lock_parser(PythonLockFormat format);

}  // namespace codelake::sca
