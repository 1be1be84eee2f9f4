// SPDX-License-Identifier: Apache-2.0
// deno.json and deno.jsonc: "imports" map names to "npm:name@range", "jsr:@scope/name@range" or addresses;
// these are the direct dependencies, when no deno.lock beside or above says more.
#include "core/json.h"
#include "scanners/sca/lockfiles/node_project.h"

namespace codelake::sca::deno_json {

namespace {

class DenoJsonParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "deno.json"; }
  std::string_view ecosystem() const override { return "npm"; }
  FileNames names() const override { return {"deno.json", "deno.jsonc"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_jsonc(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    if (const yaml::Node* imports = root->find("imports")) {
      for (const auto& [name, target] : imports->entries) add(builder, target.text, name.line);
    }
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (!nearest(files, path, {"deno.lock"}).empty()) supersede(lockfile);
  }

 private:
  // "npm:/a@1.0.0/sub/path" and "jsr:@s/a@^1.0/mod" also name a file of the package.
  static void add(LockfileBuilder& builder, std::string_view target, std::uint32_t line) {
    const bool jsr = target.starts_with("jsr:");
    if (!jsr && !target.starts_with("npm:")) return;
    target.remove_prefix(4);
    while (target.starts_with('/')) target.remove_prefix(1);
    const auto at = target.find('@', 1);
    const auto name_slash = target.find('/', target.starts_with('@') ? target.find('/') + 1 : 0);
    const std::string_view name = target.substr(0, std::min(at, name_slash));
    std::string_view range = at == std::string_view::npos ? std::string_view{} : target.substr(at + 1);
    range = range.substr(0, range.find('/'));
    Package& package = add_node_requirement(builder, {std::string(name), std::string(range), "prod"}, line);
    if (jsr) package.ecosystem = "JSR";
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<DenoJsonParser>();
}

}  // namespace codelake::sca::deno_json
