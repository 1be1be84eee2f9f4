// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/notation.h"
#include "scanners/secrets/rule/rule_file.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto rules = codelake::secrets::read_rule_file(text, "fuzz.yaml");
  if (!rules) return 0;
  for (const auto& rule : *rules) {
    codelake::secrets::shortest(rule.pattern);
    for (const auto& example : rule.examples) codelake::secrets::expand(example.text, 1);
  }
  return 0;
}
