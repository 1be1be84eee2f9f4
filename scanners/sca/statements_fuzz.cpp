// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/statement_book.h"

#include <cstddef>
#include <cstdint>

// Any text is a file of statements, of every format, or none; what it says can always be applied and told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"vex.json", "osv-scanner.toml", ".trivyignore", ".trivyignore.yaml"}) {
    auto file = sca::read_statements(path, text);
    if (!file) continue;
    sca::StatementBook book("2024-01-01");
    book.add(std::move(*file));
    Finding finding;
    finding.type = FindingType::sca;
    finding.package.emplace();
    finding.package->ecosystem = "npm";
    finding.package->name = "a";
    finding.package->version = "1.0.0";
    finding.package->advisory_ids = {"CVE-2024-1"};
    book.apply(finding);
    static_cast<void>(book.notices());
  }
  return 0;
}
