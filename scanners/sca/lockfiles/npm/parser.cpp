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
Origin origin_v1(std::string_view name, std::string_view version, std::string_view resolved) {
  if (version.starts_with("npm:")) {
    const std::string_view target = version.substr(4);
    const auto at = target.rfind('@');
    if (at != std::string_view::npos && at > 0) return {target.substr(0, at), target.substr(at + 1)};
  }
  if (is_git_address(version)) return {name, {}, PackageSource::git};
  if (version.starts_with("file:")) return {name, {}, PackageSource::path};
  if (is_url(version)) return {name, {}, PackageSource::url};
  return {name, version, source_of(resolved)};
}
Origin origin_v1(std::string_view name, const Node& node) {
  return origin_v1(name, node.text_of("version"), node.text_of("resolved"));
}

// What stands of a package, in both forms of the file.
enum Key : std::size_t {
  k_version, k_resolved, k_integrity, k_license, k_dependencies, k_dev, k_optional, k_peer, k_dev_optional, k_name, k_link,
  k_optional_dependencies, k_peer_dependencies, k_dev_dependencies, k_requires, k_key_count
};
constexpr std::array<std::string_view, k_key_count> k_keys = {
    "version", "resolved", "integrity", "license", "dependencies", "dev", "optional", "peer", "devOptional", "name", "link",
    "optionalDependencies", "peerDependencies", "devDependencies", "requires"};
using Fields = std::array<Node, k_key_count>;

void add_groups(Package& package, const Fields& fields) {
  const auto is = [&](Key key) { return fields[key].text() == "true"; };
  const bool dev_optional = is(k_dev_optional);
  if (dev_optional || is(k_dev)) package.groups.emplace_back("dev");
  if (dev_optional || is(k_optional)) package.groups.emplace_back("optional");
  if (is(k_peer)) package.groups.emplace_back("peer");
  if (package.groups.empty()) package.groups.emplace_back("prod");
}

// "license" is a word, or in old packages an object or a list of objects with a "type".
std::string_view license_of(const Fields& fields) {
  const Node& license = fields[k_license];
  return license.is_scalar() ? license.text() : license.text_of("type");
}

std::uint32_t line_of(const LineIndex& lines, const Node& key) { return lines.position(key.offset()).line; }

// Versions 2 and 3.
class PackagesReader {
 public:
  PackagesReader(const LineIndex& lines, LockfileBuilder& builder) : m_lines(lines), m_builder(builder) {}

  void read(const Node& packages) {
    for (const auto& [key, node] : packages.entries()) add(key, node.find_all(k_keys));
    m_by_path.reserve(m_places.size());
    for (const Place& place : m_places) m_by_path.emplace(place.path, &place);
    for (const Place& place : m_places) connect(place);
  }

 private:
  using Wanted = std::array<Node, 4>;  // what a package asks for, of each kind
  struct Place {
    std::string_view path;      // as the tree holds it
    std::string_view resolved;  // of a link: the path it leads to
    Wanted wanted;
    Package* package = nullptr;
  };

  static std::string_view name_of(std::string_view path, const Fields& fields) {
    if (const auto name = fields[k_name].text(); !name.empty()) return name;
    constexpr std::string_view folder = "node_modules/";
    const auto last = path.rfind(folder);
    return last == std::string_view::npos ? file_name(path) : path.substr(last + folder.size());
  }

  void add(const Node& key, const Fields& fields) {
    const std::string_view path = key.text();
    const std::string_view resolved = fields[k_resolved].text();
    const bool installed = path.find("node_modules/") != std::string_view::npos;
    // What only developers of a package need is installed for the project itself alone.
    const Node developers = installed ? Node() : fields[k_dev_dependencies];
    Place& place = m_places.emplace_back();
    place = {path, resolved,
             {fields[k_dependencies], developers, fields[k_optional_dependencies], fields[k_peer_dependencies]}};
    if (path.empty() || fields[k_link].text() == "true") return;
    Package& package = m_builder.add(name_of(path, fields), fields[k_version].text(), line_of(m_lines, key));
    package.source = installed ? source_of(resolved) : PackageSource::workspace;
    add_origin(package, installed ? resolved : path);
    package.direct_known = true;
    package.hashes = hashes_of_integrity(fields[k_integrity].text());
    package.license = license_of(fields);
    add_groups(package, fields);
    place.package = &package;
  }

  // The package at a path, or where a link at that path leads to.
  Package* find(std::string_view path) const {
    const auto found = m_by_path.find(path);
    if (found == m_by_path.end()) return nullptr;
    if (found->second->package != nullptr) return found->second->package;
    const auto target = m_by_path.find(found->second->resolved);
    return target == m_by_path.end() ? nullptr : target->second->package;
  }

  Package* resolve(std::string_view from, std::string_view name) {
    for (int parents = 0; parents < k_parents_max; ++parents) {
      m_wanted.assign(from);
      m_wanted += from.empty() ? "node_modules/" : "/node_modules/";
      m_wanted += name;
      const bool itself = from.ends_with("node_modules");  // has none of its own
      Package* const package = itself ? nullptr : find(m_wanted);
      if (package != nullptr || from.empty()) return package;
      const auto slash = from.rfind('/');
      from = slash == std::string_view::npos ? std::string_view{} : from.substr(0, slash);
    }
    return nullptr;
  }

  void connect(const Place& place) {
    const bool project = place.path.find("node_modules/") == std::string_view::npos;
    for (const Node& kind : place.wanted) {
      for (const auto& [name, requirement] : kind.entries()) {
        Package* const package = resolve(place.path, name.text());
        if (package == nullptr) continue;
        if (project) package->direct = true;
        if (place.package != nullptr) place.package->dependencies.push_back(edge_to(*package));
      }
    }
  }

  const LineIndex& m_lines;
  LockfileBuilder& m_builder;
  std::vector<Place> m_places;
  std::unordered_map<std::string_view, const Place*> m_by_path;
  std::string m_wanted;  // resolve() looks for this; kept for its memory
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
    const Fields fields = node.find_all(k_keys);
    const Origin origin = origin_v1(name.text(), fields[k_version].text(), fields[k_resolved].text());
    Package& package = m_builder.add(origin.name, origin.version, line_of(m_lines, name));
    package.source = origin.source;
    add_origin(package, fields[k_version].text());
    if (m_scopes.size() == 1) m_top.emplace(name.text(), edge_to(package));
    package.hashes = hashes_of_integrity(fields[k_integrity].text());
    add_groups(package, fields);
    const Node inner = fields[k_dependencies];
    Scope own;
    for (const auto& [key, value] : inner.entries()) own.emplace(key.text(), origin_v1(key.text(), value));
    for (const auto& [key, requirement] : fields[k_requires].entries()) {
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
