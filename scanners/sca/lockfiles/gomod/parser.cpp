// SPDX-License-Identifier: Apache-2.0
// go.mod (the "go.mod file reference"). From "go 1.17" on it lists every module the build needs, indirect
// ones marked so. `replace old [version] => new version` takes another module in its place, `replace old =>
// ./folder` a folder. Before 1.17 the indirect modules are taken from go.sum.
#include "scanners/sca/lockfiles/go_directives.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/versions/semantic_version.h"

#include <algorithm>
#include <map>

namespace codelake::sca::gomod {

namespace {

constexpr std::string_view k_direct_only =
    "before \"go 1.17\" go.mod does not list indirect dependencies, and there is no go.sum";

struct Requirement {
  std::string_view module;
  std::string_view version;
  bool indirect = false;
  std::uint32_t line = 0;
};

struct Replacement {
  std::string_view module;
  std::string_view version;  // empty: there is a folder in its place
};

class GoModReader {
 public:
  explicit GoModReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read(std::string_view text) {
    const std::vector<GoDirective> directives = go_directives(text);
    for (const GoDirective& directive : directives) add_directive(directive);
    for (const Requirement& requirement : m_requirements) add(requirement);
    add_go_tools(m_builder, directives);
  }

 private:
  void add_directive(const GoDirective& directive) {
    if (directive.word == "require") {
      if (directive.values.size() != 2)
        return m_builder.odd_line(directive.line, "a module and its version expected");
      m_requirements.push_back({directive.values[0], directive.values[1],
                                directive.comment.starts_with("indirect"), directive.line});
    } else if (directive.word == "replace") {
      replace(directive.values, directive.line);
    }
  }

  void replace(const std::vector<std::string_view>& words, std::uint32_t line) {
    const auto arrow = std::find(words.begin(), words.end(), "=>") - words.begin();
    const auto after = static_cast<std::ptrdiff_t>(words.size()) - arrow - 1;
    if (arrow < 1 || arrow > 2 || after < 1 || after > 2) return m_builder.odd_line(line, "no replacement");
    std::string from(words[0]);
    if (arrow == 2) from += "@" + std::string(words[1]);
    const auto target = static_cast<std::size_t>(arrow) + 1;
    m_replacements[from] = {words[target], after == 2 ? words[target + 1] : std::string_view{}};
  }

  void add(const Requirement& requirement) {
    auto replaced =
        m_replacements.find(std::string(requirement.module) + "@" + std::string(requirement.version));
    if (replaced == m_replacements.end()) replaced = m_replacements.find(std::string(requirement.module));
    const bool is_replaced = replaced != m_replacements.end();
    const bool folder = is_replaced && replaced->second.version.empty();
    const bool other = is_replaced && !folder;
    Package& package =
        m_builder.add(other ? replaced->second.module : requirement.module,
                      other ? replaced->second.version : requirement.version, requirement.line);
    if (folder) {
      package.source = PackageSource::path;
      package.origin = replaced->second.module;
    }
    package.direct = !requirement.indirect;
    package.direct_known = true;
  }

  LockfileBuilder& m_builder;
  std::vector<Requirement> m_requirements;
  std::unordered_map<std::string, Replacement> m_replacements;
};

// Adds the hashes of go.sum and, for a go.mod that lists direct modules only, the others that were
// downloaded: of each the highest version, for that is the one a build takes.
class SumReader {
 public:
  SumReader(Lockfile& lockfile, const SourceFile& sum) : m_lockfile(lockfile), m_sum(sum) {
    for (std::size_t i = 0; i < lockfile.packages.size(); ++i) m_known.emplace(lockfile.packages[i].name, i);
  }

  void read(bool all_modules) {
    LockfileBuilder builder(m_sum, "Go");
    std::map<std::string_view, Sum> highest;
    for (const Line& line : lines_of(m_sum.text())) {
      const auto words = go_words(line.text);
      if (words.size() != 3 || words[1].ends_with("/go.mod")) continue;
      if (const auto known = m_known.find(std::string(words[0])); known != m_known.end()) {
        Package& package = m_lockfile.packages[known->second];
        if (package.version == words[1]) package.hashes = {std::string(words[2])};
        continue;
      }
      Sum& sum = highest[words[0]];
      if (sum.version.empty() || semantic_key(sum.version) < semantic_key(words[1]))
        sum = {words[1], words[2], line.number};
    }
    if (!all_modules) return;
    for (const auto& [module, sum] : highest) {
      Package& package = builder.add(module, sum.version, sum.line);
      package.hashes.emplace_back(sum.hash);
      package.direct_known = true;
    }
    Lockfile more = builder.finish();
    std::move(more.packages.begin(), more.packages.end(), std::back_inserter(m_lockfile.packages));
  }

 private:
  struct Sum {
    std::string_view version;
    std::string_view hash;
    std::uint32_t line = 0;
  };

  Lockfile& m_lockfile;
  const SourceFile& m_sum;
  std::unordered_map<std::string, std::size_t> m_known;
};

class GoModParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "go.mod"; }
  std::string_view ecosystem() const override { return "Go"; }
  FileNames names() const override { return {"go.mod"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    GoModReader(builder).read(file.text());
    Lockfile lockfile = builder.finish();
    if (lists_direct_only(go_directives(file.text()))) {
      lockfile.notices.push_back({NoticeKind::partly_parsed, {}, {}, std::string(k_direct_only)});
    }
    return lockfile;
  }

  FileNames kept_names() const override { return {"go.mod", "go.sum"}; }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto sum_path = path_from(folder_of(path), "go.sum");
    const SourceFile* self = files.source(path);
    const SourceFile* sum = sum_path ? files.source(*sum_path) : nullptr;
    if (self == nullptr || sum == nullptr) return;
    const bool direct_only = lists_direct_only(go_directives(self->text()));
    SumReader(lockfile, *sum).read(direct_only);
    std::erase_if(lockfile.notices, [](const Notice& notice) { return notice.message == k_direct_only; });
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GoModParser>();
}

}  // namespace codelake::sca::gomod
