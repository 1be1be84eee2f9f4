// SPDX-License-Identifier: Apache-2.0
// package-lock.json and npm-shrinkwrap.json (they are the same format), lockfileVersion 1 to 3.
//
// Versions 2 and 3 list every place on disk under "packages": "" is the project, "packages/a" a workspace,
// "node_modules/a/node_modules/b" an installed package. What a package gets for a dependency is found as
// Node.js finds it: in node_modules beside it, else beside its parent folder, and so on. Version 1 nests
// "dependencies" instead, and a name is looked up from the innermost level outwards.
#include "core/json_tree.h"
#include "scanners/sca/lockfiles/node_project.h"

#include <array>
#include <optional>

namespace codelake::sca::npm {

namespace {

using Node = JsonTree::Value;

constexpr int k_parents_max = 100;  // folders above a package that are searched for a dependency

// Where a package of no registry comes from: "git+ssh://host/name.git#commit", "file:a.tgz", a folder.
void add_origin(Package& package, std::string_view where) {
  if (package.source == PackageSource::registry) return;
  const auto hash = package.source == PackageSource::git ? where.find('#') : std::string_view::npos;
  package.origin = where.substr(0, hash);
  if (hash != std::string_view::npos) package.commit = where.substr(hash + 1);
}

struct Origin {
  std::string_view name;
  std::string_view version;
  PackageSource source = PackageSource::registry;
};

bool is_url(std::string_view where) {
  return where.starts_with("https://") || where.starts_with("http://");
}

// A tarball at a registry stands under ".../<name>/-/..." (or ".../download/..."); one anywhere else is just
// a URL.
PackageSource source_of(std::string_view where) {
  if (where.empty()) return PackageSource::registry;
  if (is_git_address(where)) return PackageSource::git;
  if (where.starts_with("file:")) return PackageSource::path;
  if (!is_url(where)) return PackageSource::registry;
  const bool registry =
      where.find("/-/") != std::string_view::npos || where.find("/download/") != std::string_view::npos;
  return registry ? PackageSource::registry : PackageSource::url;
}

// In version 1 the "version" may be a place: "npm:real-name@1.0.0", "git+ssh://…#commit", "file:../a", a URL.
Origin origin_v1(std::string_view name, const Node& node) {
  const std::string_view version = node.text_of("version");
  if (version.starts_with("npm:")) {
    const std::string_view target = version.substr(4);
    const auto at = target.rfind('@');
    if (at != std::string_view::npos && at > 0) return {target.substr(0, at), target.substr(at + 1)};
  }
  if (is_git_address(version)) return {name, {}, PackageSource::git};
  if (version.starts_with("file:")) return {name, {}, PackageSource::path};
  if (is_url(version)) return {name, {}, PackageSource::url};
  return {name, version, source_of(node.text_of("resolved"))};
}

void add_groups(Package& package, const Node& node) {
  const auto is = [&](std::string_view key) { return node.text_of(key) == "true"; };
  if (is("dev") || is("devOptional")) package.groups.emplace_back("dev");
  if (is("optional") || is("devOptional")) package.groups.emplace_back("optional");
  if (is("peer")) package.groups.emplace_back("peer");
  if (package.groups.empty()) package.groups.emplace_back("prod");
}

// "license" is a word, or in old packages an object or a list of objects with a "type".
std::string license_of(const Node& node) {
  const Node license = node.find("license");
  return std::string(license.is_scalar() ? license.text() : license.text_of("type"));
}

std::uint32_t line_of(const LineIndex& lines, const Node& key) { return lines.position(key.offset()).line; }

// Versions 2 and 3.
class PackagesReader {
 public:
  PackagesReader(const LineIndex& lines, LockfileBuilder& builder) : m_lines(lines), m_builder(builder) {}

  void read(const Node& packages) {
    for (const auto& [key, node] : packages.entries()) m_places.emplace(key.text(), Place{node});
    for (const auto& [key, node] : packages.entries()) add(key.text(), line_of(m_lines, key), node);
    for (const auto& [key, node] : packages.entries()) connect(key.text(), node);
  }

 private:
  struct Place {
    Node node;
    Package* package = nullptr;
  };

  static std::string_view name_of(std::string_view path, const Node& node) {
    if (const auto name = node.text_of("name"); !name.empty()) return name;
    constexpr std::string_view folder = "node_modules/";
    const auto last = path.rfind(folder);
    return last == std::string_view::npos ? file_name(path) : path.substr(last + folder.size());
  }

  void add(std::string_view path, std::uint32_t line, const Node& node) {
    if (path.empty() || node.text_of("link") == "true") return;
    const bool installed = path.find("node_modules/") != std::string_view::npos;
    Package& package = m_builder.add(name_of(path, node), node.text_of("version"), line);
    package.source = installed ? source_of(node.text_of("resolved")) : PackageSource::workspace;
    add_origin(package, installed ? node.text_of("resolved") : path);
    package.direct_known = true;
    package.hashes = hashes_of_integrity(node.text_of("integrity"));
    package.license = license_of(node);
    add_groups(package, node);
    m_places.at(path).package = &package;
  }

  const Place* find(std::string_view path) const {
    const auto found = m_places.find(path);
    if (found == m_places.end()) return nullptr;
    if (found->second.package != nullptr) return &found->second;
    const auto target = m_places.find(found->second.node.text_of("resolved"));
    return target == m_places.end() || target->second.package == nullptr ? nullptr : &target->second;
  }

  const Place* resolve(std::string_view from, std::string_view name) {
    for (int parents = 0; parents < k_parents_max; ++parents) {
      m_wanted.assign(from);
      m_wanted += from.empty() ? "node_modules/" : "/node_modules/";
      m_wanted += name;
      const bool itself = from.ends_with("node_modules");  // has none of its own
      const Place* const place = itself ? nullptr : find(m_wanted);
      if (place != nullptr || from.empty()) return place;
      const auto slash = from.rfind('/');
      from = slash == std::string_view::npos ? std::string_view{} : from.substr(0, slash);
    }
    return nullptr;
  }

  void connect(std::string_view path, const Node& node) {
    const bool project = path.find("node_modules/") == std::string_view::npos;
    const auto self = m_places.at(path).package;
    constexpr std::array<std::string_view, 4> kinds = {"dependencies", "devDependencies",
                                                       "optionalDependencies", "peerDependencies"};
    for (const std::string_view kind : kinds) {
      if (kind == "devDependencies" && !project) continue;
      for (const auto& [name, requirement] : node.find(kind).entries()) {
        const Place* place = resolve(path, name.text());
        if (place == nullptr) continue;
        if (project) place->package->direct = true;
        if (self != nullptr) self->dependencies.push_back(edge_to(*place->package));
      }
    }
  }

  const LineIndex& m_lines;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string_view, Place> m_places;  // by path, as the tree holds it
  std::string m_wanted;                                  // resolve() looks for this; kept for its memory
};

// Version 1.
class NestedReader {
 public:
  NestedReader(const LineIndex& lines, LockfileBuilder& builder) : m_lines(lines), m_builder(builder) {}

  void read(const Node& dependencies) {
    auto& scope = m_scopes.emplace_back();
    for (const auto& [name, node] : dependencies.entries()) {
      if (node.is_mapping()) scope.emplace(name.text(), origin_v1(name.text(), node));
    }
    for (const auto& [name, node] : dependencies.entries()) {
      if (node.is_mapping()) add(name, node);
    }
    m_scopes.pop_back();
  }

  // What a manifest means by a name: the package at the top. Read once.
  std::unordered_map<std::string, std::string> top() { return std::move(m_top); }

 private:
  using Scope = std::unordered_map<std::string_view, Origin>;

  void add(const Node& name, const Node& node) {
    const Origin origin = origin_v1(name.text(), node);
    Package& package = m_builder.add(origin.name, origin.version, line_of(m_lines, name));
    package.source = origin.source;
    add_origin(package, node.text_of("version"));
    if (m_scopes.size() == 1) m_top.emplace(name.text(), edge_to(package));
    package.hashes = hashes_of_integrity(node.text_of("integrity"));
    add_groups(package, node);
    const Node inner = node.find("dependencies");
    Scope own;
    for (const auto& [key, value] : inner.entries()) own.emplace(key.text(), origin_v1(key.text(), value));
    for (const auto& [key, requirement] : node.find("requires").entries()) {
      const auto target = resolve(own, key.text());
      if (target) package.dependencies.push_back(edge_to(target->name, target->version));
    }
    if (inner) read(inner);
  }

  std::optional<Origin> resolve(const Scope& own, std::string_view name) const {
    if (const auto found = own.find(name); found != own.end()) return found->second;
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
      if (const auto found = scope->find(name); found != scope->end()) return found->second;
    }
    return std::nullopt;
  }

  const LineIndex& m_lines;
  LockfileBuilder& m_builder;
  std::vector<Scope> m_scopes;
  std::unordered_map<std::string, std::string> m_top;
};

class NpmParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "package-lock.json"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"package-lock.json", "npm-shrinkwrap.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto tree = JsonTree::parse(file.text(), file.path());
    if (!tree) return LockfileBuilder::unreadable(tree.error());
    LockfileBuilder builder(file, ecosystem());
    NestedReader nested(file.lines(), builder);
    const Node packages = tree->root().find("packages");
    const Node dependencies = tree->root().find("dependencies");
    if (packages.is_mapping())
      PackagesReader(file.lines(), builder).read(packages);
    else if (dependencies.is_mapping())
      nested.read(dependencies);
    else if (!tree->root().find("lockfileVersion"))
      builder.odd_line(1, "neither \"packages\" nor \"dependencies\"");
    Lockfile lockfile = builder.finish();
    lockfile.selectors = nested.top();
    return lockfile;
  }

  // npm itself reads npm-shrinkwrap.json and not the other, where there are both.
  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto shrinkwrap = path_from(folder_of(path), "npm-shrinkwrap.json");
    if (shrinkwrap && *shrinkwrap != path && files.has(*shrinkwrap)) return supersede(lockfile);
    // Version 1 does not tell which packages the project itself asks for.
    const auto& packages = lockfile.packages;
    const bool told = !packages.empty() && packages.front().direct_known;
    if (!told) mark_direct_by_package_json(lockfile, path, files);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<NpmParser>();
}

}  // namespace codelake::sca::npm
