// SPDX-License-Identifier: Apache-2.0
// <application>.deps.json, what the .NET SDK writes beside a built program: the libraries it loads, itself
// among them as a "project".
#include "core/json.h"
#include "scanners/sca/lockfiles/dotnet_libraries.h"

namespace codelake::sca::dotnet_deps {

namespace {

class DepsJsonParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "deps.json"; }
  std::string_view ecosystem() const override { return "NuGet"; }
  FileNames names() const override { return {"*.deps.json"}; }

  Lockfile parse(const SourceFile& file) const override {
    const auto root = parse_jsonc(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    LockfileBuilder builder(file, ecosystem());
    DotnetLibraries(*root, builder).read();
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<DepsJsonParser>();
}

}  // namespace codelake::sca::dotnet_deps
