// SPDX-License-Identifier: Apache-2.0
// pom.xml of Maven: the direct dependencies, with versions, scopes and properties of parents and imported
// projects as far as these are files of the scan. What stands elsewhere is named in a notice, and its
// versions are not known. A version asked for by a direct dependency is the one a build takes. Dependencies
// that a parent passes on are reported with the parent.
#include "scanners/sca/lockfiles/maven_version.h"
#include "scanners/sca/lockfiles/pom/model.h"
#include "scanners/sca/lockfiles/pom/resolver.h"

namespace codelake::sca::pom {

namespace {

constexpr std::size_t k_names_max = 5;  // missing projects that a notice names

std::string group_of(const std::string& scope, bool optional) {
  if (scope == "test") return "test";
  return optional ? "optional" : "prod";
}

class PomReader {
 public:
  PomReader(const SourceFile& file, const Model& model, const Effective& effective, const Resolver& resolver)
      : m_builder(file, "Maven"), m_model(model), m_effective(effective), m_resolver(resolver) {}

  Lockfile read() {
    for (const Dependency& dependency : m_model.dependencies) add(dependency);
    note_missing();
    return m_builder.finish();
  }

 private:
  std::string text(std::string_view raw) const { return interpolated(raw, m_effective.properties); }

  void add(const Dependency& dependency) {
    const std::string name = text(dependency.coordinates.module());
    if (name.starts_with(':') || name.ends_with(':'))
      return m_builder.odd_line(dependency.line, "groupId and artifactId expected");
    const auto managed = m_effective.managed.find(management_key(dependency, m_effective.properties));
    const Dependency* rule = managed == m_effective.managed.end() ? nullptr : &managed->second;
    const bool own_version = !dependency.coordinates.version.empty() || rule == nullptr;
    const std::string version =
        text(own_version ? dependency.coordinates.version : rule->coordinates.version);
    const std::string& scope = dependency.scope.empty() && rule != nullptr ? rule->scope : dependency.scope;
    Package& package = m_builder.add(name, "", dependency.line);
    set_maven_version(package, version);
    m_unknown += version.empty() || version.find("${") != std::string::npos ? 1U : 0U;
    package.direct = true;
    package.direct_known = true;
    package.groups.push_back(group_of(text(scope), dependency.optional || dependency.in_profile));
    if (m_resolver.is_own(name)) package.source = PackageSource::workspace;
    if (scope == "system") package.source = PackageSource::path;
  }

  void note_missing() {
    if (m_unknown == 0 || m_effective.missing.empty()) return;
    std::string names;
    std::size_t count = 0;
    for (const std::string& name : m_effective.missing) {
      if (++count <= k_names_max) names += (names.empty() ? "" : ", ") + name;
    }
    if (count > k_names_max) names += " …";
    m_builder.note(
        NoticeKind::partly_parsed,
        std::to_string(m_unknown) + " versions may stand in projects that are not in the checkout: " + names);
  }

  LockfileBuilder m_builder;
  const Model& m_model;
  const Effective& m_effective;
  const Resolver& m_resolver;
  std::size_t m_unknown = 0;
};

const Resolver& resolver_of(const ProjectFiles& files) {
  return static_cast<const Resolver&>(files.derived(
      "pom.xml", [&]() -> std::unique_ptr<Derived> { return std::make_unique<Resolver>(files); }));
}

Lockfile read(const SourceFile& file, const xml::Element& root, const Resolver& resolver) {
  const Model model = read_model(root);
  const Effective effective = resolver.resolve(file.path(), model);
  return PomReader(file, model, effective, resolver).read();
}

class PomParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pom.xml"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"pom.xml", "*.pom"}; }
  FileNames kept_names() const override { return names(); }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = xml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    return read(file, *root, Resolver(ProjectFiles{}));
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const SourceFile* file = files.source(path);
    const xml::Element* root = files.xml(path);
    if (file != nullptr && root != nullptr) lockfile = read(*file, *root, resolver_of(files));
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PomParser>();
}

}  // namespace codelake::sca::pom
