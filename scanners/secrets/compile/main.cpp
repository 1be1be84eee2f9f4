// SPDX-License-Identifier: Apache-2.0
// A tool of the build: codelake_compile_secrets OUT FILE… checks the rules in FILE… and writes OUT/rules.pack
// and one stored automaton for each instruction set.
#include "core/file.h"
#include "core/multi_pattern.h"
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/rule/rule_pack.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace codelake::secrets {
namespace {

Result<void> compile(const std::string& out, const std::vector<std::string>& files) {
  std::vector<Rule> rules;
  for (const std::string& file : files) {
    for (Rule& rule : TRY(read_rule_path(file))) rules.push_back(std::move(rule));
  }
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  TRY(prepare(rules));
  TRY(write_file_atomically(out + "/rules.pack", pack(rules)));
  using Cpu = MultiPattern::Cpu;
  constexpr std::array<std::pair<std::string_view, Cpu>, 3> targets = {
      {{"baseline", Cpu::baseline}, {"avx2", Cpu::avx2}, {"avx512", Cpu::avx512}}};
  for (const auto& [name, cpu] : targets) {
    const std::string bytes = TRY(MultiPattern::compile_to_bytes(expressions(rules, tails_of(rules)), cpu));
    TRY(write_file_atomically(out + "/" + std::string(name) + ".hs", bytes));
  }
  return {};
}

}  // namespace
}  // namespace codelake::secrets

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto done = codelake::secrets::compile(argv[1], {argv + 2, argv + argc});
  if (!done) std::fprintf(stderr, "%s\n", done.error().text().c_str());
  return done ? 0 : 2;
}
