// SPDX-License-Identifier: Apache-2.0
// paket.lock: groups of sections; under NUGET a package stands at indent 4 and what it needs at indent 6:
//
//   GROUP Test
//   NUGET
//     remote: https://example.com/index.json
//       NUnit (3.13)
//         NETStandard.Library (>= 2.0)
//
// Under GITHUB and GIT stands a commit or a tag. Direct ones stand in paket.dependencies.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/paket_lines.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::paket {

namespace {

class PaketReader {
 public:
  explicit PaketReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read(std::string_view text) {
    for (const Line& line : lines_of(text)) {
      if (line.indent == 0)
        heading(line.text);
      else if (line.text.starts_with("remote:"))
        m_remote = trimmed(line.text.substr(7));
      else if (line.indent == 4 && (m_section == "NUGET" || m_section == "GITHUB" || m_section == "GIT"))
        add(line);
      else if (line.indent == 6 && m_section == "NUGET" && m_last != nullptr)
        m_edges.push_back({m_last, m_group + "/" + lower(line.text.substr(0, line.text.find(' ')))});
    }
    for (const auto& [from, key] : m_edges) {
      if (const auto target = m_by_name.find(key); target != m_by_name.end())
        connect(*from, {target->second});
    }
  }

 private:
  void heading(std::string_view text) {
    if (text.starts_with("GROUP ")) {
      m_group = trimmed(text.substr(6));
    } else {
      m_section = text;
      m_last = nullptr;
    }
  }

  // "NUnit (3.13) - restriction: …", "src/file.fs (0123abc)" of a repository
  void add(const Line& line) {
    const auto space = line.text.find(" (");
    const auto close = line.text.find(')', std::min(space, line.text.size()));
    if (close == std::string_view::npos)
      return m_builder.odd_line(line.number, "a package without a version");
    const std::string_view name = line.text.substr(0, space);
    const std::string_view version = line.text.substr(space + 2, close - space - 2);
    const bool git = m_section != "NUGET";
    const bool commit = git && version.size() == 40 &&
                        version.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    m_last = &m_builder.add(git ? m_remote : name, commit ? std::string_view{} : version, line.number);
    if (git) {
      m_last->source = PackageSource::git;
      m_last->origin = m_remote;
      if (commit) m_last->commit = version;
    }
    m_last->groups.push_back(paket_group_of(m_group));
    m_by_name.emplace(m_group + "/" + lower(name), m_last);
  }

  LockfileBuilder& m_builder;
  std::string m_group;
  std::string_view m_section;
  std::string_view m_remote;
  Package* m_last = nullptr;
  std::unordered_map<std::string, Package*> m_by_name;  // "group/name"
  std::vector<std::pair<Package*, std::string>> m_edges;
};

class PaketParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "paket.lock"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"paket.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    PaketReader(builder).read(file.text());
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto manifest = path_from(folder_of(path), "paket.dependencies");
    const SourceFile* file = manifest ? files.source(*manifest) : nullptr;
    if (file == nullptr) return;
    std::vector<Wanted> wanted;
    for (PaketDependency& dependency : paket_dependencies_in(file->text())) {
      wanted.push_back({std::move(dependency.wanted.name), {}, {}});
    }
    mark_direct(lockfile, wanted);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PaketParser>();
}

}  // namespace codelake::sca::paket
