// SPDX-License-Identifier: Apache-2.0
#include "core/config.h"
#include "core/scanner.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace codelake::secrets {
Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const codelake::Config config;
  static const auto scanner = [] {
    codelake::ScannerOptions options;
    options.config = &config;
    options.fingerprint_key = "fuzz";
    return codelake::secrets::make_scanner(options);
  }();
  if (!scanner) std::abort();
  codelake::FileInfo info;
  info.path = "settings.conf";
  const codelake::SourceFile file(info, std::string(reinterpret_cast<const char*>(data), size), {});
  codelake::ScanContext context("secrets", info.path);
  (*scanner)->scan_file(context, file);
  (*scanner)->scan_project(context, context.facts);
  return 0;
}
