// SPDX-License-Identifier: Apache-2.0
// deno.lock, versions 2 to 5. "specifiers" map what was asked for to what was taken; "npm" and "jsr" hold the
// packages by "name@version" (npm also "name@version_peer@version"):
//
//   3:  "packages": { "specifiers": {"npm:a@^1": "npm:a@1.0.0"}, "npm": { "a@1.0.0": {"dependencies": {"b":
//   "b@2.0.0"}} } } 4:  "specifiers": {"npm:a@^1": "1.0.0"}, "npm": { "a@1.0.0": {"dependencies": ["b",
//   "c@1.0.0"]} }
//
// "workspace" tells the direct ones. "remote" maps addresses of single files to hashes: these have no
// version.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::deno_lock {

namespace {

using yaml::Node;

// "@scope/a@1.0.0_peer@2.0.0" without the peers.
std::string_view without_peers(std::string_view key) {
  const auto at = key.find('@', 1);
  return at == std::string_view::npos ? key : key.substr(0, key.find('_', at));
}

std::string_view name_in(std::string_view key) {
  return key.substr(0, key.find('@', 1));
}

class DenoReader {
 public:
  DenoReader(const Node& root, LockfileBuilder& builder) : m_root(root), m_builder(builder) {
    // Before version 4 all stands in "packages", in version 2 all of npm in "npm".
    const Node* packages = root.find("packages");
    m_top = packages == nullptr ? &root : packages;
    m_npm = m_top->find("npm");
    m_specifiers = m_top->find("specifiers");
    if (m_npm != nullptr && m_npm->find("packages") != nullptr) {
      m_specifiers = m_npm->find("specifiers");
      m_npm = m_npm->find("packages");
    }
  }

  void read() {
    add_all(m_npm, "npm");
    add_all(m_top->find("jsr"), "JSR");
    read_specifiers();
    connect_all(m_npm, "npm");
    connect_all(m_top->find("jsr"), "JSR");
    if (const Node* workspace = m_root.find("workspace")) read_workspace(*workspace);
    if (const Node* remote = m_root.find("remote"); remote != nullptr && !remote->entries.empty()) {
      m_builder.note(NoticeKind::partly_parsed, std::to_string(remote->entries.size()) +
                                                    " files are taken from addresses, without versions");
    }
  }

 private:
  using Index = std::unordered_map<std::string, Package*>;

  Index& index(std::string_view ecosystem) { return ecosystem == "npm" ? m_npm_packages : m_jsr_packages; }

  void add_all(const Node* list, std::string_view ecosystem) {
    if (list == nullptr) return;
    for (const auto& [key, node] : list->entries) {
      const std::string_view identity = without_peers(key.text);
      const std::string_view name = name_in(identity);
      if (name.size() == identity.size()) {
        m_builder.odd_line(key.line, "a package without a version");
        continue;
      }
      Package& package = m_builder.add(name, identity.substr(name.size() + 1), key.line);
      package.ecosystem = ecosystem;
      const std::string_view integrity = node.text_of("integrity");
      package.hashes = hashes_of_integrity(integrity);
      if (package.hashes.empty() && !integrity.empty())
        package.hashes.push_back("sha256:" + std::string(integrity));
      index(ecosystem).emplace(key.text, &package);
      index(ecosystem).emplace(identity, &package);
      index(ecosystem).emplace(name, &package);  // "b" is enough where there is one "b"
    }
  }

  void read_specifiers() {
    if (m_specifiers == nullptr) return;
    for (const auto& [asked, taken] : m_specifiers->entries) {
      const bool npm = !asked.text.starts_with("jsr:");
      std::string_view request = asked.text;
      if (request.starts_with("npm:") || request.starts_with("jsr:")) request.remove_prefix(4);
      std::string_view version = taken.text;
      version = version.substr(version.find('@', 1 + version.find(':') + 1) + 1);
      const std::string key = std::string(name_in(request)) + "@" + std::string(version);
      if (Package* package = find(npm ? "npm" : "JSR", key)) m_specified[asked.text] = package;
    }
  }

  Package* find(std::string_view ecosystem, const std::string& key) {
    const auto found = index(ecosystem).find(key);
    return found == index(ecosystem).end() ? nullptr : found->second;
  }

  Package* find_specified(const std::string& text) const {
    const auto found = m_specified.find(text);
    return found == m_specified.end() ? nullptr : found->second;
  }

  // "b", "b@1.0.0", "jsr:@scope/b@^1": from a package of that ecosystem.
  Package* target_of(std::string_view ecosystem, const std::string& text) {
    if (Package* package = find_specified(text)) return package;
    const bool npm = text.starts_with("npm:");
    const bool prefixed = npm || text.starts_with("jsr:");
    return find(prefixed ? (npm ? "npm" : "JSR") : ecosystem, prefixed ? text.substr(4) : text);
  }

  void connect_all(const Node* list, std::string_view ecosystem) {
    if (list == nullptr) return;
    for (const auto& [key, node] : list->entries) {
      Package* from = find(ecosystem, key.text);
      for (const std::string_view kind : {"dependencies", "optionalDependencies"}) {
        const Node* wanted = node.find(kind);
        if (from == nullptr || wanted == nullptr) continue;
        for (const Node& item : wanted->items) link(*from, target_of(ecosystem, item.text));
        for (const auto& [name, target] : wanted->entries) link(*from, target_of(ecosystem, target.text));
      }
    }
  }

  static void link(Package& from, Package* target) {
    if (target != nullptr) connect(from, {target});
  }

  void read_workspace(const Node& workspace) {
    for (auto* packages : {&m_npm_packages, &m_jsr_packages}) {
      for (auto& [key, package] : *packages) package->direct_known = true;
    }
    read_member(workspace);
    if (const Node* members = workspace.find("members")) {
      for (const auto& [folder, member] : members->entries) read_member(member);
    }
  }

  void read_member(const Node& member) {
    mark(member.find("dependencies"));
    if (const Node* package_json = member.find("packageJson")) mark(package_json->find("dependencies"));
  }

  void mark(const Node* list) {
    if (list == nullptr) return;
    for (const Node& item : list->items) {
      if (Package* package = find_specified(item.text)) package->direct = true;
    }
  }

  const Node& m_root;
  LockfileBuilder& m_builder;
  const Node* m_top = nullptr;
  const Node* m_npm = nullptr;
  const Node* m_specifiers = nullptr;
  Index m_npm_packages;
  Index m_jsr_packages;
  Index m_specified;
};

class DenoLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "deno.lock"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"deno.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    DenoReader(*root, builder).read();
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<DenoLockParser>();
}

}  // namespace codelake::sca::deno_lock
