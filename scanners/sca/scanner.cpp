// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

namespace codelake::sca {

namespace {

class ScaScanner final : public Scanner {
 public:
  std::string_view name() const override { return "sca"; }
  bool wants(const FileInfo&) const override { return false; }
  void scan_file(ScanContext& context, const SourceFile&) const override { context.skipped("no lockfile"); }
  std::vector<RuleInfo> rules() const override { return {}; }
};

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions&) { return std::make_unique<ScaScanner>(); }

}  // namespace codelake::sca
