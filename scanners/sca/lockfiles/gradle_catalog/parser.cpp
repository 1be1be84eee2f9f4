// SPDX-License-Identifier: Apache-2.0
// Gradle's version catalogue, *.versions.toml:
//
//   [versions]  a = "1.0"   b = { strictly = "2.0" }
//   [libraries] x = "group:name:1.0"   y = { module = "group:name", version.ref = "a" }   z = { group, name,
//   version }
//
// A library without a version gets one from a platform elsewhere. A version that allows others is a
// requirement.
#include "core/toml.h"
#include "scanners/sca/lockfiles/maven_version.h"

namespace codelake::sca::gradle_catalog {

namespace {

using yaml::Node;

// "1.0", {strictly = …}, {require = …}, {prefer = …}
std::string_view plain_version(const Node& node) {
  if (node.is_scalar()) return node.text;
  for (const std::string_view key : {"strictly", "require", "prefer"}) {
    if (const auto text = node.text_of(key); !text.empty()) return text;
  }
  return {};
}

class CatalogReader {
 public:
  CatalogReader(const Node& root, LockfileBuilder& builder)
      : m_versions(root.find("versions")), m_builder(builder) {
    if (const Node* libraries = root.find("libraries")) {
      for (const auto& [alias, library] : libraries->entries) add(alias, library);
    }
  }

 private:
  void add(const Node& alias, const Node& library) {
    std::string name(library.text_of("module"));
    std::string version;
    if (library.is_scalar()) {
      const auto colon = library.text.find(':', library.text.find(':') + 1);
      name = library.text.substr(0, colon);
      if (colon != std::string::npos) version = library.text.substr(colon + 1);
    } else if (name.empty()) {
      name = std::string(library.text_of("group")) + ":" + std::string(library.text_of("name"));
    }
    const auto colon = name.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == name.size())
      return m_builder.odd_line(alias.line, "group:name expected");
    if (const Node* node = library.find("version")) version = version_of(*node);
    Package& package = m_builder.add(name, "", alias.line);
    set_maven_version(package, version);
    package.direct = true;
    package.direct_known = true;
  }

  std::string version_of(const Node& node) const {
    const auto reference = node.text_of("ref");
    if (reference.empty()) return std::string(plain_version(node));
    const Node* target = m_versions == nullptr ? nullptr : m_versions->find(reference);
    return target == nullptr ? std::string() : std::string(plain_version(*target));
  }

  const Node* m_versions;
  LockfileBuilder& m_builder;
};

class CatalogParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "libs.versions.toml"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"*.versions.toml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_toml(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const CatalogReader reader(*root, builder);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CatalogParser>();
}

}  // namespace codelake::sca::gradle_catalog
