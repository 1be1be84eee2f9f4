// SPDX-License-Identifier: Apache-2.0
// conan.lock. Version 1 ("graph_lock"): nodes by number with "ref" (before 0.3 "pref"), "requires" and
// "build_requires", lists or mappings of numbers, and "context"; the node with a "path" is the project.
// Version 2: the lists "requires", "build_requires", "python_requires". A reference is
// "name/version@user/channel#revision%time:package".
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::conan {

namespace {

using yaml::Node;

// Adds "name/version…"; nullptr when it is no reference.
Package* add(LockfileBuilder& builder, std::string_view reference, std::uint32_t line,
             const std::string& group) {
  const auto slash = reference.find('/');
  const auto revision = reference.find('#');
  if (slash == std::string_view::npos || slash == 0) return nullptr;
  const auto end = reference.find_first_of("@#%:", slash);
  Package& package =
      builder.add(reference.substr(0, slash), reference.substr(slash + 1, end - slash - 1), line);
  package.groups.push_back(group);
  if (revision != std::string_view::npos) {
    const std::string_view hash = reference.substr(revision + 1);
    package.hashes.push_back("rrev:" + std::string(hash.substr(0, hash.find_first_of("%:"))));
  }
  return &package;
}

class GraphReader {
 public:
  GraphReader(const Node& nodes, LockfileBuilder& builder) : m_nodes(nodes), m_builder(builder) {}

  void read() {
    for (const auto& [number, node] : m_nodes.entries) add_node(number, node);
    for (const auto& [number, node] : m_nodes.entries) {
      for (const std::string_view kind : {"requires", "build_requires"}) {
        if (const Node* targets = node.find(kind)) link(number.text, *targets);
      }
    }
  }

 private:
  void add_node(const Node& number, const Node& node) {
    const Node* reference = node.find("ref") != nullptr ? node.find("ref") : node.find("pref");
    if (!node.text_of("path").empty() || reference == nullptr) {
      m_projects.emplace(number.text, true);
      return;
    }
    const bool build = node.text_of("context") == "build";
    Package* package = add(m_builder, reference->text, reference->line, build ? "dev" : "prod");
    if (package == nullptr) return m_builder.odd_line(number.line, "name/version expected");
    package->direct_known = true;
    m_by_number.emplace(number.text, package);
  }

  void link(const std::string& from, const Node& targets) {
    const bool project = m_projects.count(from) != 0;
    const auto package = m_by_number.find(from);
    const auto one = [&](const std::string& number) {
      const auto target = m_by_number.find(number);
      if (target == m_by_number.end()) return;
      if (project) target->second->direct = true;
      if (package != m_by_number.end()) connect(*package->second, {target->second});
    };
    for (const Node& target : targets.items) one(target.text);
    for (const auto& [reference, number] : targets.entries) one(number.text);
  }

  const Node& m_nodes;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_number;
  std::unordered_map<std::string, bool> m_projects;
};

void read_lists(LockfileBuilder& builder, const Node& root) {
  const std::pair<std::string_view, std::string> kinds[] = {
      {"requires", "prod"}, {"build_requires", "dev"}, {"python_requires", "dev"}};
  for (const auto& [kind, group] : kinds) {
    const Node* list = root.find(kind);
    if (list == nullptr) continue;
    for (const Node& item : list->items) {
      // A mapping here is {"name/version": …} of later 0.5 files.
      const Node& reference = item.is_mapping() && !item.entries.empty() ? item.entries.front().first : item;
      if (add(builder, reference.text, reference.line, group) == nullptr)
        builder.odd_line(reference.line, "name/version expected");
    }
  }
}

class ConanParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "conan.lock"; }
  std::string_view ecosystem() const override { return "ConanCenter"; }
  FileNames names() const override { return {"conan.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* graph = root->find("graph_lock");
    const Node* nodes = graph == nullptr ? nullptr : graph->find("nodes");
    if (nodes != nullptr)
      GraphReader(*nodes, builder).read();
    else
      read_lists(builder, *root);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<ConanParser>();
}

}  // namespace codelake::sca::conan
