// SPDX-License-Identifier: Apache-2.0
// Gemfile and gems.rb: programs, never run. A line `gem "name", "range", group: :test` is a direct
// dependency, when no lockfile stands beside; `group :development do … end` gives its gems a group. "1.2.3"
// allows this version only.
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/requirement_map.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::gemfile {

namespace {

std::string group_of(std::string_view line) {
  if (line.find(":test") != std::string_view::npos) return "test";
  return line.find(":dev") != std::string_view::npos ? "dev" : "prod";
}

// The strings in quotes at the front of a list of arguments; `rest` is what follows them.
std::vector<std::string_view> strings_of(std::string_view text, std::string_view& rest) {
  std::vector<std::string_view> strings;
  rest = trimmed(text);
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
    const auto end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos) break;
    strings.push_back(rest.substr(1, end - 1));
    rest = trimmed(rest.substr(end + 1));
    if (!rest.starts_with(',')) break;
    rest = trimmed(rest.substr(1));
  }
  return strings;
}

// `gem "a", "1.0"` and `gem("a", "1.0")`
void add(LockfileBuilder& builder, const Line& line, const std::string& outer) {
  std::string_view options;
  const auto strings = strings_of(line.text.substr(4), options);
  if (strings.empty()) return builder.odd_line(line.number, "a gem without a plain name");
  std::string range;
  for (std::size_t i = 1; i < strings.size(); ++i) range += (i == 1 ? "" : ", ") + std::string(strings[i]);
  const std::string_view version = pinned_when_plain(range);
  Package& package = builder.add(strings.front(), version, line.number);
  if (version.empty()) package.requirement = range.empty() ? "*" : range;
  package.direct = true;
  package.direct_known = true;
  package.groups.push_back(outer.empty() ? group_of(options) : outer);
  const auto has = [&](std::string_view option) { return options.find(option) != std::string_view::npos; };
  if (has("git:") || has("github:") || has(":git ")) package.source = PackageSource::git;
  if (has("path:") || has(":path ")) package.source = PackageSource::path;
}

class GemfileParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Gemfile"; }
  std::string_view ecosystem() const override { return "RubyGems"; }
  FileNames names() const override { return {"Gemfile", "gems.rb"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    std::string group;
    for (const Line& line : lines_of(file.text())) {
      if (line.text.starts_with("group ")) group = group_of(line.text);
      if (line.text == "end") group.clear();
      if (line.text.starts_with("gem ") || line.text.starts_with("gem(")) add(builder, line, group);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    for (const std::string_view name : {"Gemfile.lock", "gems.locked"}) {
      const auto lock = path_from(folder_of(path), name);
      if (lock && files.has(*lock)) return supersede(lockfile);
    }
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GemfileParser>();
}

}  // namespace codelake::sca::gemfile
