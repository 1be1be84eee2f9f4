// SPDX-License-Identifier: Apache-2.0
// gradle.lockfile and buildscript-gradle.lockfile: "group:artifact:version=configuration,configuration" on
// each line; "empty=configuration" names configurations without dependencies.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::gradle {

namespace {

// A dependency of the tests only is one that stands in test configurations alone.
std::string group_of(std::string_view configurations) {
  while (true) {
    const auto comma = std::min(configurations.find(','), configurations.size());
    if (lower(configurations.substr(0, comma)).find("test") == std::string::npos) return "prod";
    if (comma == configurations.size()) return "test";
    configurations.remove_prefix(comma + 1);
  }
}

class GradleParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "gradle.lockfile"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"gradle.lockfile", "buildscript-gradle.lockfile"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    const bool build_script = file_name(file.path()) == "buildscript-gradle.lockfile";
    std::size_t offset = 0;
    std::string_view line;
    for (std::uint32_t number = 1; next_line(file.text(), offset, line); ++number) {
      line = trimmed(line);
      if (line.empty() || line.front() == '#' || line.starts_with("empty=")) continue;
      const auto equals = line.find('=');
      const std::string_view coordinates = line.substr(0, equals);
      const auto first = coordinates.find(':');
      const auto last = coordinates.rfind(':');
      if (equals == std::string_view::npos || first == last || last + 1 == coordinates.size()) {
        builder.odd_line(number, "group:artifact:version=configurations expected");
        continue;
      }
      Package& package = builder.add(coordinates.substr(0, last), coordinates.substr(last + 1), number);
      package.groups.push_back(build_script ? "dev" : group_of(line.substr(equals + 1)));
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GradleParser>();
}

}  // namespace codelake::sca::gradle
