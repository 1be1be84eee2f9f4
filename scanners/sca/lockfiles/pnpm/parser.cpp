// SPDX-License-Identifier: Apache-2.0
// pnpm-lock.yaml, lockfileVersion 5 to 9. A package is known by its key, which changed with the versions:
//
//   5     /@scope/a/1.0.0_peer@2.0.0          6 to 8     /@scope/a@1.0.0(peer@2.0.0)
//   9     @scope/a@1.0.0 under "packages", @scope/a@1.0.0(peer@2.0.0) with its dependencies under "snapshots"
//
// A dependency is written as "a: 1.0.0(peer@2.0.0)", or as the key of another package when it is an alias.
// Direct ones stand under "importers", or at the top when there is a single project. Groups follow from which
// kind of direct dependency leads to a package.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/graph.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace codelake::sca::pnpm {

namespace {

using yaml::Node;

struct Identity {
  std::string name;
  std::string version;
  std::string text() const { return name + "@" + version; }
};

int major_version(const Node& root) {
  const std::string_view text = root.text_of("lockfileVersion");
  int major = 0;
  std::from_chars(text.data(), text.data() + text.size(), major);
  return major;
}

// `slashes`: the version follows the last '/' (lockfileVersion 5), not an '@'; but files exist that mix both.
Identity identity_of(std::string_view key, bool slashes) {
  const bool written_at_root = key.starts_with('/');
  if (written_at_root) key.remove_prefix(1);
  const auto after_name = key.find_first_of("/@", key.starts_with('@') ? key.find('/') + 1 : 0);
  if (after_name != std::string_view::npos && key[after_name] == '@') slashes = false;
  if (slashes) {
    // "host.example.com/a/1.0.0": a package of another registry.
    const auto first = key.find('/');
    const bool host = !key.starts_with('@') && key.substr(0, first).find('.') != std::string_view::npos;
    const bool two_more =
        first != std::string_view::npos && key.find('/', first + 1) != std::string_view::npos;
    if (host && two_more && !written_at_root) key.remove_prefix(first + 1);
    const auto scope = key.starts_with('@') ? key.find('/') + 1 : 0;
    const auto slash = key.find('/', scope);
    if (slash == std::string_view::npos) return {std::string(key), {}};
    const std::string_view version = key.substr(slash + 1);
    return {std::string(key.substr(0, slash)), std::string(version.substr(0, version.find('_')))};
  }
  key = key.substr(0, key.find('('));
  const auto at = key.find('@', 1);
  if (at == std::string_view::npos) return {std::string(key), {}};
  return {std::string(key.substr(0, at)), std::string(key.substr(at + 1))};
}

PackageSource source_of(const Node& node) {
  const Node* resolution = node.find("resolution");
  if (resolution == nullptr) return PackageSource::registry;
  const std::string_view type = resolution->text_of("type");
  const std::string_view tarball = resolution->text_of("tarball");
  if (type == "git" || tarball.find("codeload.") != std::string_view::npos) return PackageSource::git;
  if (type == "directory" || tarball.starts_with("file:")) return PackageSource::path;
  const bool elsewhere = !tarball.empty() && tarball.find("/-/") == std::string_view::npos &&
                         tarball.find("/download/") == std::string_view::npos;
  return elsewhere ? PackageSource::url : PackageSource::registry;
}

// {type: git, repo: …, commit: …}, {tarball: …}, {type: directory, directory: …}
void add_origin(Package& package, const Node& resolution) {
  if (package.source == PackageSource::registry) return;
  for (const std::string_view key : {"repo", "tarball", "directory"}) {
    if (package.origin.empty()) package.origin = resolution.text_of(key);
  }
  package.commit = resolution.text_of("commit");
  const bool archive = package.source == PackageSource::git && package.commit.empty();
  if (archive) package.commit = package.origin.substr(package.origin.rfind('/') + 1);
}

// "1.0.0", or what stands for one: "file:…", "link:…", an address. What begins otherwise is a part of a path.
bool is_version(std::string_view text) {
  return !text.empty() && (is_digit(text.front()) || text.find(':') != std::string_view::npos);
}

class PnpmReader {
 public:
  PnpmReader(const Node& root, LockfileBuilder& builder)
      : m_root(root), m_builder(builder), m_slashes(major_version(root) < 6) {}

  Lockfile read() {
    const Node* packages = m_root.find("packages");
    if (packages == nullptr) return m_builder.finish();
    for (const auto& [key, node] : packages->entries) add(key, node);
    for (const auto& [key, node] : packages->entries) connect_entry(key.text, node);
    if (const Node* snapshots = m_root.find("snapshots")) {
      for (const auto& [key, node] : snapshots->entries) connect_entry(key.text, node);
    }
    if (const Node* importers = m_root.find("importers")) {
      for (const auto& [folder, importer] : importers->entries) importer_of(importer);
    } else {
      importer_of(m_root);
    }
    Lockfile lockfile = m_builder.finish();
    spread_groups(lockfile, m_roots);
    return lockfile;
  }

 private:
  void add(const Node& key, const Node& node) {
    Identity identity = identity_of(key.text, m_slashes);
    const Identity known = identity;
    if (const auto name = node.text_of("name"); !name.empty()) identity.name = name;
    if (const auto version = node.text_of("version"); !version.empty()) identity.version = version;
    const bool nameless =
        identity.name.empty() || identity.name.starts_with("file:") || !is_version(identity.version);
    if (nameless) return m_builder.odd_line(key.line, "a package without name and version");
    Package& package = m_builder.add(identity.name, identity.version, key.line);
    package.source = source_of(node);
    package.direct_known = true;
    if (const Node* resolution = node.find("resolution")) {
      package.hashes = hashes_of_integrity(resolution->text_of("integrity"));
      add_origin(package, *resolution);
    }
    m_entries.try_emplace(known.text(), &package);
    m_by_key.emplace(key.text.starts_with('/') ? key.text.substr(1) : key.text, known.text());
  }

  // The entry a dependency leads to; nullptr for a link to a folder of the workspace.
  Package* find(const std::string& name, std::string_view value) {
    if (value.starts_with("link:") || value.empty()) return nullptr;
    const std::string key(value.starts_with('/') ? value.substr(1) : value);
    if (const auto found = m_by_key.find(key); found != m_by_key.end()) return m_entries.at(found->second);
    const auto parenthesis = value.find('(');
    const bool alias =
        value.starts_with('/') || value.substr(0, parenthesis).find('@', 1) != std::string_view::npos;
    const Identity identity =
        alias && (value.starts_with('/') || !m_slashes)
            ? identity_of(value, m_slashes)
            : identity_of(name + (m_slashes ? "/" : "@") + std::string(value), m_slashes);
    const auto found = m_entries.find(identity.text());
    return found == m_entries.end() ? nullptr : found->second;
  }

  void connect_entry(const std::string& key, const Node& node) {
    const auto found = m_entries.find(identity_of(key, m_slashes).text());
    if (found == m_entries.end()) return;
    for (const std::string_view kind : {"dependencies", "optionalDependencies"}) {
      const Node* wanted = node.find(kind);
      if (wanted == nullptr) continue;
      for (const auto& [name, value] : wanted->entries) {
        Package* target = find(name.text, value.text);
        if (target == nullptr) continue;
        connect(*found->second, {target});
      }
    }
  }

  void importer_of(const Node& importer) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds = {
        {{"dependencies", "prod"}, {"devDependencies", "dev"}, {"optionalDependencies", "optional"}}};
    for (const auto& [kind, group] : kinds) {
      const Node* wanted = importer.find(kind);
      if (wanted == nullptr) continue;
      for (const auto& [name, value] : wanted->entries) {
        Package* target = find(name.text, value.is_mapping() ? value.text_of("version") : value.text);
        if (target == nullptr) continue;
        target->direct = true;
        m_roots.emplace_back(edge_to(*target), group);
      }
    }
  }

  const Node& m_root;
  LockfileBuilder& m_builder;
  bool m_slashes;
  std::unordered_map<std::string, Package*> m_entries;    // by name@version
  std::unordered_map<std::string, std::string> m_by_key;  // key as written → name@version
  std::vector<std::pair<std::string, std::string>> m_roots;
};

// The documents of the file; from 11 on pnpm writes its own tools into one before the project's. Each keeps
// its lines.
std::vector<std::string> documents_of(std::string_view text) {
  constexpr std::string_view mark = "\n---";
  constexpr std::size_t documents_max = 8;
  std::vector<std::string> documents;
  std::size_t lines = 0;
  while (documents.size() < documents_max) {
    const auto end = documents.size() + 1 == documents_max ? std::string_view::npos : text.find(mark);
    const std::string_view one = text.substr(0, end);
    documents.push_back(std::string(lines, '\n') + std::string(one));
    if (end == std::string_view::npos) break;
    lines += static_cast<std::size_t>(std::count(one.begin(), one.end(), '\n')) + 1;
    text.remove_prefix(end + 1);
  }
  return documents;
}

class PnpmParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "pnpm-lock.yaml"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"pnpm-lock.yaml"}; }

  Lockfile parse(const SourceFile& file) const override {
    Lockfile all;
    for (const std::string& text : documents_of(file.text())) {
      const auto root = yaml::parse(text, file.path());
      if (!root) return LockfileBuilder::unreadable(root.error());
      LockfileBuilder builder(file, ecosystem());
      Lockfile one = PnpmReader(*root, builder).read();
      std::move(one.packages.begin(), one.packages.end(), std::back_inserter(all.packages));
      std::move(one.notices.begin(), one.notices.end(), std::back_inserter(all.notices));
    }
    return all;
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PnpmParser>();
}

}  // namespace codelake::sca::pnpm
