// SPDX-License-Identifier: Apache-2.0
// Package.resolved of the Swift Package Manager: "pins" (version 1: object.pins) of {identity, kind,
// location, state {revision, version, branch}}; version 1 writes "package" and "repositoryURL". The registry
// of Swift is the address of a repository, and that is the name by which OSV knows a package; without a
// version it is a commit.
#include "core/json.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::swift_resolved {

namespace {

using yaml::Node;

// "https://host/owner/name.git" as "host/owner/name".
std::string_view name_of(std::string_view location) {
  const auto scheme = location.find("://");
  if (scheme != std::string_view::npos) location.remove_prefix(scheme + 3);
  if (location.ends_with(".git")) location.remove_suffix(4);
  return location;
}

void add(LockfileBuilder& builder, const Node& pin) {
  const Node* location = pin.find("location") != nullptr ? pin.find("location") : pin.find("repositoryURL");
  const Node* state = pin.find("state");
  if (location == nullptr || state == nullptr)
    return builder.odd_line(pin.line, "a pin without location and state");
  Package& package = builder.add(name_of(location->text), state->text_of("version"), location->line);
  const std::string_view kind = pin.text_of("kind");
  if (kind == "localSourceControl") package.source = PackageSource::path;
  if (package.version.empty() && package.source == PackageSource::registry)
    package.source = PackageSource::git;
  package.origin = location->text;
  package.commit = state->text_of("revision");
}

class SwiftParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Package.resolved"; }
  std::string_view ecosystem() const override { return "SwiftURL"; }
  FileNames names() const override { return {"Package.resolved"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    const Node* object = root->find("object");
    const Node* pins = (object == nullptr ? &*root : object)->find("pins");
    if (pins == nullptr) return builder.finish();
    for (const Node& pin : pins->items) add(builder, pin);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SwiftParser>();
}

}  // namespace codelake::sca::swift_resolved
