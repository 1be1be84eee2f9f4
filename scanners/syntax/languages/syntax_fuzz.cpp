// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/fuzzed_language.h"
#include "scanners/syntax/languages/invariants.h"

#include "core/check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const codelake::syntax::Language& language = codelake::syntax::fuzzed_language(text);
  const codelake::syntax::Tree tree = language.parse(text, 1000);
  CODELAKE_CHECK(codelake::syntax::broken_invariant(tree).empty());
  return 0;
}
