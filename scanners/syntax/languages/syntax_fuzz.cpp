// SPDX-License-Identifier: Apache-2.0
// The first byte chooses the language, the rest is its source.
#include "scanners/syntax/language.h"
#include "scanners/syntax/languages/invariants.h"

#include "core/check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto languages = codelake::syntax::all_languages();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const codelake::syntax::Tree tree = languages[data[0] % languages.size()]->parse(text, 1000);
  CODELAKE_CHECK(codelake::syntax::broken_invariant(tree).empty());
  return 0;
}
