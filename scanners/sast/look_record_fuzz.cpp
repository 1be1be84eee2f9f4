// SPDX-License-Identifier: Apache-2.0
// Bytes as what is kept of a file: what can be read of them must be safe to follow data through and to write again.
#include "scanners/sast/look_record.h"
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/taint.h"

#include <cstddef>
#include <cstdint>

namespace {

constexpr std::string_view k_rules =
    "rules:\n- {id: s, message: m, severity: LOW, languages: [python], pattern: f($X, $Y)}\n"
    "- {id: t, message: m, severity: LOW, languages: [python], mode: taint, pattern-sources: [{pattern: source($X)}],\n"
    "   pattern-sinks: [{pattern: sink($Y)}]}\n";
constexpr std::string_view k_text = "x = source(1)\ndef g(a):\n  return a\nsink(g(x))\nf(x, 2)\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::sast;
  static const RuleSet k_set(read_rules(k_rules, "fuzz.yaml").rules);
  const LookSubject subject{k_text, k_set, k_set.language("python"), {}};
  const auto look = read_look({reinterpret_cast<const char*>(data), size}, subject);
  if (!look) return 0;
  (void)write_look(*look, {});
  const TaintFile* const file = look->taint.get();
  if (file != nullptr) (void)follow_taint(std::span(&file, 1));
  return 0;
}
