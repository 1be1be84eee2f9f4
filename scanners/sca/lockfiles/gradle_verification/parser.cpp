// SPDX-License-Identifier: Apache-2.0
// gradle/verification-metadata.xml: <component group name version> with <artifact><sha256 value/>, for all
// that a build may ever fetch.
#include "core/xml.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::gradle_verification {

namespace {

void add_hashes(Package& package, const xml::Element& component) {
  for (const xml::Element& artifact : component.children) {
    for (const xml::Element& hash : artifact.children) {
      const bool known = hash.name == "sha1" || hash.name == "sha256" || hash.name == "sha512";
      if (known && !hash.attribute("value").empty())
        package.hashes.push_back(hash.name + ":" + std::string(hash.attribute("value")));
    }
  }
}

class VerificationParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "verification-metadata.xml"; }
  std::string_view ecosystem() const override { return "Maven"; }
  FileNames names() const override { return {"verification-metadata.xml"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = xml::parse(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const xml::Element* components = root->find("components");
    if (components == nullptr) return builder.finish();
    for (const xml::Element& component : components->children) {
      const std::string name =
          std::string(component.attribute("group")) + ":" + std::string(component.attribute("name"));
      if (component.attribute("name").empty()) {
        builder.odd_line(component.line, "a component without name");
        continue;
      }
      add_hashes(builder.add(name, component.attribute("version"), component.line), component);
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<VerificationParser>();
}

}  // namespace codelake::sca::gradle_verification
