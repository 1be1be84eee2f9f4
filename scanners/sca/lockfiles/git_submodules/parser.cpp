// SPDX-License-Identifier: Apache-2.0
// .gitmodules: [submodule "name"] with path, url and maybe branch. Which commit is taken is not in this file.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::git_submodules {

namespace {

class GitmodulesParser final : public LockfileParser {
 public:
  std::string_view format() const override { return ".gitmodules"; }
  std::string_view ecosystem() const override { return "GIT"; }
  FileNames names() const override { return {".gitmodules"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    for (const Line& line : lines_of(file.text())) {
      const auto equals = line.text.find('=');
      if (equals == std::string_view::npos || trimmed(line.text.substr(0, equals)) != "url") continue;
      const std::string_view url = unquoted(trimmed(line.text.substr(equals + 1)));
      Package& package = builder.add(url, "", line.number);
      package.source = PackageSource::git;
      package.origin = url;
      package.direct = true;
      package.direct_known = true;
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GitmodulesParser>();
}

}  // namespace codelake::sca::git_submodules
