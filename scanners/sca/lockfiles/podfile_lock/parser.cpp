// SPDX-License-Identifier: Apache-2.0
// Podfile.lock (YAML): "PODS" is a list of "name (version)", or of such a name with what it needs; "A/Core"
// is a part (subspec) of the pod "A". "DEPENDENCIES" are the direct ones, "EXTERNAL SOURCES" those of no
// registry, "CHECKOUT OPTIONS" their commits, "SPEC CHECKSUMS" the hashes of their descriptions.
#include "core/yaml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::podfile_lock {

namespace {

using yaml::Node;

std::string_view name_in(std::string_view text) {
  return text.substr(0, text.find(' '));
}

std::string_view version_in(std::string_view text) {
  const auto open = text.find(" (");
  const auto close = text.rfind(')');
  return open == std::string_view::npos || close == std::string_view::npos || close < open
             ? std::string_view{}
             : text.substr(open + 2, close - open - 2);
}

class PodfileReader {
 public:
  PodfileReader(const Node& root, LockfileBuilder& builder) : m_root(root), m_builder(builder) {}

  void read() {
    const Node* pods = m_root.find("PODS");
    if (pods == nullptr) return;
    for (const Node& pod : pods->items) add(pod.is_mapping() ? pod.entries.front().first : pod);
    for (const Node& pod : pods->items) {
      if (pod.is_mapping()) connect_pod(pod.entries.front().first.text, pod.entries.front().second);
    }
    mark_direct();
    add_sources();
    add_hashes();
  }

 private:
  void add(const Node& pod) {
    if (version_in(pod.text).empty()) return m_builder.odd_line(pod.line, "a pod without a version");
    Package& package = m_builder.add(name_in(pod.text), version_in(pod.text), pod.line);
    package.direct_known = true;
    m_by_name.emplace(package.name, &package);
  }

  Package* find(std::string_view name) const {
    const auto found = m_by_name.find(std::string(name));
    return found == m_by_name.end() ? nullptr : found->second;
  }

  void connect_pod(std::string_view pod, const Node& wanted) {
    Package* from = find(name_in(pod));
    for (const Node& item : wanted.items) {
      Package* target = find(name_in(item.text));
      if (from != nullptr && target != nullptr) connect(*from, {target});
    }
  }

  void mark_direct() {
    const Node* direct = m_root.find("DEPENDENCIES");
    if (direct == nullptr) return;
    for (const Node& item : direct->items) {
      if (Package* package = find(name_in(item.text))) package->direct = true;
    }
  }

  // The pod itself and its parts.
  template <class Change>
  void each_of(const std::string& pod, Change change) {
    for (auto& [name, package] : m_by_name) {
      if (name == pod || name.starts_with(pod + "/")) change(*package);
    }
  }

  void add_sources() {
    const Node* sources = m_root.find("EXTERNAL SOURCES");
    if (sources == nullptr) return;
    const Node* checkouts = m_root.find("CHECKOUT OPTIONS");
    for (const auto& [pod, source] : sources->entries) {
      const Node* checkout = checkouts == nullptr ? nullptr : checkouts->find(pod.text);
      const std::string_view git = source.text_of(":git");
      each_of(pod.text, [&, &from = source](Package& package) {
        package.source = git.empty() ? PackageSource::path : PackageSource::git;
        package.origin = git.empty() ? from.text_of(":path") : git;
        if (checkout != nullptr) package.commit = checkout->text_of(":commit");
      });
    }
  }

  void add_hashes() {
    const Node* checksums = m_root.find("SPEC CHECKSUMS");
    if (checksums == nullptr) return;
    for (const auto& [pod, hash] : checksums->entries) {
      if (Package* package = find(pod.text)) package->hashes.push_back("sha1:" + hash.text);
    }
  }

  const Node& m_root;
  LockfileBuilder& m_builder;
  std::unordered_map<std::string, Package*> m_by_name;
};

class PodfileParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Podfile.lock"; }
  std::string_view ecosystem() const override { return "CocoaPods"; }
  FileNames names() const override { return {"Podfile.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = yaml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    PodfileReader(*root, builder).read();
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<PodfileParser>();
}

}  // namespace codelake::sca::podfile_lock
