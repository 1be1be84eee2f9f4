// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/fuzzed_language.h"

#include "core/check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const codelake::syntax::Language& language = codelake::syntax::fuzzed_language(text);
  const auto readings = language.parse_pattern(text);
  CODELAKE_CHECK(!readings || !readings->empty());
  return 0;
}
