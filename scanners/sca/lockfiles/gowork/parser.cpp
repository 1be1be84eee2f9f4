// SPDX-License-Identifier: Apache-2.0
// go.work (the "workspaces" part of the Go modules reference): the `go` and `toolchain` lines hold for all
// modules that `use` names; what these need stands in their own go.mod.
#include "scanners/sca/lockfiles/go_directives.h"

namespace codelake::sca::gowork {

namespace {

class GoWorkParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "go.work"; }
  std::string_view ecosystem() const override { return "Go"; }
  FileNames names() const override { return {"go.work"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    add_go_tools(builder, go_directives(file.text()));
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GoWorkParser>();
}

}  // namespace codelake::sca::gowork
