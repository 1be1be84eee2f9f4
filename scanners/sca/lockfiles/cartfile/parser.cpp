// SPDX-License-Identifier: Apache-2.0
// Cartfile.resolved of Carthage: `github "owner/name" "version"`, `git "address" "version or commit"`,
// `binary "address" "version"` on each line. Carthage has no registry: a package is a repository or a file at
// an address.
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::cartfile {

namespace {

// The strings in quotes of a line.
std::vector<std::string_view> strings_of(std::string_view line) {
  std::vector<std::string_view> strings;
  while (true) {
    const auto open = line.find('"');
    const auto close = open == std::string_view::npos ? open : line.find('"', open + 1);
    if (close == std::string_view::npos) return strings;
    strings.push_back(line.substr(open + 1, close - open - 1));
    line.remove_prefix(close + 1);
  }
}

class CartfileParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Cartfile.resolved"; }
  std::string_view ecosystem() const override { return "Carthage"; }
  FileNames names() const override { return {"Cartfile.resolved"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    for (const Line& line : lines_of(file.text())) {
      if (line.text.front() == '#') continue;
      const auto strings = strings_of(line.text);
      if (strings.size() != 2) {
        builder.odd_line(line.number, "a source and a version expected");
        continue;
      }
      Package& package = builder.add(strings[0], strings[1], line.number);
      package.source = line.text.starts_with("binary") ? PackageSource::url : PackageSource::git;
      package.origin = strings[0];
      const bool commit = strings[1].size() == 40 &&
                          strings[1].find_first_not_of("0123456789abcdef") == std::string_view::npos;
      if (commit) package.commit = strings[1];
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CartfileParser>();
}

}  // namespace codelake::sca::cartfile
