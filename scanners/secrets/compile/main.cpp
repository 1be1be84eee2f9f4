// SPDX-License-Identifier: Apache-2.0
// A tool of the build: codelake_compile_secrets OUT FILE… checks the rules in FILE… and writes OUT/rules.pack
// and OUT/tails.pack, by which their matches are looked for.
#include "core/file.h"
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/rule/rule_pack.h"

#include <algorithm>
#include <cstdio>

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
  for (const Rule& rule : rules) {
    if (rule.route != Route::automaton) continue;
    return fail(Error{ErrorKind::usage, "compiling secret rules", rule.id, "no text stands in every match",
                      "give it an anchor that holds one"});
  }
  TRY(write_file_atomically(out + "/tails.pack", std::string(tails_of(rules).bytes())));
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
