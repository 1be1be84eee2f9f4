// SPDX-License-Identifier: Apache-2.0
#include "core/package.h"
#include "scanners/sca/usage.h"

#include <cstddef>
#include <cstdint>

// Any text has imports in any language, or none; where a package is used can be told of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::sca;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* language : {"python", "javascript", "typescript", "java", "kotlin", "go", "rust", "ruby", "php"}) {
    const SourceImports imports = read_imports(language, text);
    UsageIndex index;
    const std::string path = "a";
    index.add(path, imports);
    codelake::Package package;
    package.ecosystem = imports.ecosystem;
    package.name = imports.imports.empty() ? "a" : imports.imports.front().name;
    static_cast<void>(index.of(package, {"a::b", "c.d"}));
  }
  return 0;
}
