// SPDX-License-Identifier: Apache-2.0
// The first byte chooses the language, the rest is a pattern.
#include "scanners/syntax/language.h"

#include "core/check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto languages = codelake::syntax::all_languages();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto readings = languages[data[0] % languages.size()]->parse_pattern(text);
  CODELAKE_CHECK(!readings || !readings->empty());
  return 0;
}
