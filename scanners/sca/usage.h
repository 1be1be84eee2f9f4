// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/package.h"
#include "scanners/sca/source_imports.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What the source of a project says of a package. A label: nothing is left out for it.
struct Usage {
  std::string label;                     // "symbol named", "imported", "not imported"; empty: cannot be told
  std::vector<std::string> imported_at;  // "path:line" of the first imports, at most five
};

// The imports of all source files of a project, by what they name.
class UsageIndex {
 public:
  // `imports` must outlive it. Files are to be added in the order of their paths.
  void add(const std::string& path, const SourceImports& imports);

  // `symbols` are those that an advisory names (OsvRecord::symbols). A name is looked for in the files that
  // import the package: whether it is this package's is not told. Ruby, PHP and Java load packages under
  // names that their own names do not tell, so that nothing is said when no import is found.
  Usage of(const Package& package, const std::vector<std::string>& symbols) const;

 private:
  struct Place {
    const std::string* path;
    std::uint32_t line;
    const SourceImports* file;
  };
  using Places = std::map<std::string, std::vector<Place>, std::less<>>;

  std::map<std::string_view, Places> m_ecosystems;
};

}  // namespace codelake::sca
