// SPDX-License-Identifier: Apache-2.0
// yarn.lock. Version 1 has a notation of its own: an entry begins with the selectors it answers, then
// indented fields; Berry (version 2 and later) writes the same in YAML.
//
//   "@scope/a@^1.0.0", "@scope/a@^1.1.0":
//     version "1.1.0"
//     dependencies:
//       b "^2.0.0"
//
// An edge "b ^2.0.0" leads to the entry with the selector "b@^2.0.0". Direct dependencies and groups stand in
// package.json only; in Berry the entries of the workspaces tell the direct ones.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/node_project.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::yarn {

namespace {

using yaml::Node;

// The name before the last part of a selector: "@scope/a" of "@scope/a@^1.0.0".
std::string_view name_of(std::string_view selector) {
  return selector.substr(0, selector.find('@', 1));
}

std::string_view range_of(std::string_view selector) {
  const auto at = selector.find('@', 1);
  return at == std::string_view::npos ? std::string_view{} : selector.substr(at + 1);
}

// The real package behind an alias: "b" of "a@npm:b@^1.0.0"; empty when it is none.
std::string_view alias_target(std::string_view range) {
  if (!range.starts_with("npm:")) return {};
  const std::string_view target = range.substr(4);
  return target.find('@', 1) == std::string_view::npos ? std::string_view{} : name_of(target);
}

bool is_url(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

PackageSource source_of(std::string_view range, std::string_view resolved) {
  if (range.starts_with("workspace:")) return PackageSource::workspace;
  if (range.starts_with("file:") || range.starts_with("link:") || range.starts_with("portal:"))
    return PackageSource::path;
  const bool git = range.starts_with("git") || range.starts_with("ssh:") || resolved.starts_with("git+") ||
                   resolved.find(".git#") != std::string_view::npos ||
                   resolved.find("codeload.") != std::string_view::npos;
  if (git) return PackageSource::git;
  return is_url(range) ? PackageSource::url : PackageSource::registry;
}

// Splits `"a@^1", b@^2` at commas; quotes are left out.
std::vector<std::string> selectors_of(std::string_view text) {
  std::vector<std::string> selectors(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      selectors.emplace_back();
    else if (c != ' ' || !selectors.back().empty())
      selectors.back() += c;
  }
  return selectors;
}

struct Edge {
  Package* from;
  std::string selector;
};

class YarnReader {
 public:
  explicit YarnReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read_version_1(std::string_view text) {
    std::size_t offset = 0;
    std::string_view line;
    for (std::uint32_t number = 1; next_line(text, offset, line); ++number) {
      const std::string_view content = trimmed(line);
      if (content.empty() || content.front() == '#') continue;
      const auto indent = line.find_first_not_of(' ');
      if (indent == 0)
        entry(content, number);
      else if (indent == 2)
        field(content, number);
      else if (indent == 4 && m_in_dependencies)
        dependency(content);
    }
    flush();
    connect_all();
  }

  void read_berry(const Node& root) {
    for (const auto& [key, node] : root.entries) {
      if (key.text == "__metadata" || !node.is_mapping()) continue;
      const auto selectors = selectors_of(key.text);
      std::string_view resolution = range_of(node.text_of("resolution"));
      if (resolution.starts_with("patch:")) resolution = "npm:";
      const std::string_view name = name_of(node.text_of("resolution"));
      Package& package =
          m_builder.add(name.empty() ? name_of(selectors.front()) : name, node.text_of("version"), key.line);
      package.source = source_of(resolution, resolution);
      add_origin(package, resolution);
      package.direct_known = true;
      std::string_view checksum = node.text_of("checksum");
      checksum.remove_prefix(std::min(checksum.find('/') + 1, checksum.size()));
      if (!checksum.empty()) package.hashes.push_back("sha512:" + std::string(checksum));
      for (const std::string& selector : selectors) m_by_selector[selector] = &package;
      if (const Node* wanted = node.find("dependencies")) {
        for (const auto& [dependency, range] : wanted->entries) edge(package, dependency.text, range.text);
      }
    }
    connect_all();
  }

  // What a manifest means by "name@range"; in Berry the selectors say "name@npm:range".
  std::unordered_map<std::string, std::string> selectors() const {
    std::unordered_map<std::string, std::string> selectors;
    constexpr std::string_view protocol = "npm:";
    for (const auto& [selector, package] : m_by_selector) {
      selectors.emplace(selector, edge_to(*package));
      const std::string_view range = range_of(selector);
      if (!range.starts_with(protocol)) continue;
      selectors.emplace(std::string(name_of(selector)) + "@" + std::string(range.substr(protocol.size())),
                        edge_to(*package));
    }
    return selectors;
  }

 private:
  void entry(std::string_view line, std::uint32_t number) {
    flush();
    if (line.ends_with(':'))
      m_selectors = selectors_of(line.substr(0, line.size() - 1));
    else
      m_builder.odd_line(number, "an entry must end with ':'");
    m_line = number;
  }

  void field(std::string_view line, std::uint32_t number) {
    if (line.ends_with(':')) {
      const std::string_view list = unquoted(line.substr(0, line.size() - 1));
      m_in_dependencies = list == "dependencies" || list == "optionalDependencies";
      return;
    }
    m_in_dependencies = false;
    const auto space = std::min(line.find(' '), line.size());
    const std::string_view key = unquoted(line.substr(0, space));
    const std::string_view value = unquoted(trimmed(line.substr(space)));
    if (m_selectors.empty()) return m_builder.odd_line(number, "a field outside of an entry");
    if (key == "version")
      m_version = value;
    else if (key == "resolved")
      m_resolved = value;
    else if (key == "integrity")
      m_integrity = value;
  }

  void dependency(std::string_view line) {
    const auto split = line.starts_with('"') ? line.find('"', 1) + 1 : line.find(' ');
    if (split == std::string_view::npos || split == 0 || split >= line.size()) return;
    m_dependencies.push_back(std::string(unquoted(line.substr(0, split))) + "@" +
                             std::string(unquoted(trimmed(line.substr(split)))));
  }

  void flush() {
    if (!m_selectors.empty()) {
      const std::string_view range = range_of(m_selectors.front());
      const std::string_view alias = alias_target(range);
      Package& package =
          m_builder.add(alias.empty() ? name_of(m_selectors.front()) : alias, m_version, m_line);
      package.source = source_of(range, m_resolved);
      add_origin(package, m_resolved.empty() ? range : m_resolved);
      package.hashes = hashes_of_integrity(m_integrity);
      const auto sha1 = m_resolved.find('#');
      const bool short_hash = package.source == PackageSource::registry && sha1 != std::string_view::npos;
      if (short_hash && package.hashes.empty())
        package.hashes.push_back("sha1:" + std::string(m_resolved.substr(sha1 + 1)));
      for (const std::string& selector : m_selectors) m_by_selector[selector] = &package;
      for (std::string& selector : m_dependencies) m_edges.push_back({&package, std::move(selector)});
    }
    m_selectors.clear();
    m_dependencies.clear();
    m_version = m_resolved = m_integrity = {};
    m_in_dependencies = false;
  }

  void edge(Package& from, const std::string& name, const std::string& range) {
    m_edges.push_back({&from, name + "@" + range});
  }

  // Older Berry writes "^1.0" in an edge and "npm:^1.0" in the selector.
  Package* find(const std::string& selector) const {
    const auto found = m_by_selector.find(selector);
    if (found != m_by_selector.end()) return found->second;
    const auto with_protocol =
        m_by_selector.find(std::string(name_of(selector)) + "@npm:" + std::string(range_of(selector)));
    return with_protocol == m_by_selector.end() ? nullptr : with_protocol->second;
  }

  void connect_all() {
    for (const Edge& edge : m_edges) {
      Package* target = find(edge.selector);
      if (target == nullptr) continue;
      connect(*edge.from, {target});
      if (edge.from->source == PackageSource::workspace && target->source != PackageSource::workspace)
        target->direct = true;
    }
  }

  static void add_origin(Package& package, std::string_view where) {
    if (package.source == PackageSource::registry) return;
    const auto hash = package.source == PackageSource::git ? where.find('#') : std::string_view::npos;
    package.origin = where.substr(0, hash);
    if (hash == std::string_view::npos) return;
    where.remove_prefix(hash + 1);
    package.commit = where.starts_with("commit=") ? where.substr(7) : where;
  }

  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_selector;
  std::vector<Edge> m_edges;
  std::vector<std::string> m_selectors;  // of the entry being read
  std::vector<std::string> m_dependencies;
  std::string_view m_version;
  std::string_view m_resolved;
  std::string_view m_integrity;
  std::uint32_t m_line = 1;
  bool m_in_dependencies = false;
};

class YarnParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "yarn.lock"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"yarn.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    YarnReader reader(builder);
    const bool berry =
        file.text().starts_with("__metadata:") || file.text().find("\n__metadata:") != std::string_view::npos;
    if (berry) {
      const auto root = yaml::parse(file.text(), file.path());
      if (!root) return LockfileBuilder::unreadable(root.error());
      reader.read_berry(*root);
    } else {
      reader.read_version_1(file.text());
    }
    auto selectors = reader.selectors();
    Lockfile lockfile = builder.finish();
    lockfile.selectors = std::move(selectors);
    return lockfile;
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    mark_direct_by_package_json(lockfile, path, files);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<YarnParser>();
}

}  // namespace codelake::sca::yarn
