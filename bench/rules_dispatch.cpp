// SPDX-License-Identifier: Apache-2.0
// rules_dispatch FOLDER [RULES]: the search rules of RULES (else our own) over a checkout, once with the literal condition
// and the dispatch table and once with both switched off; prints what was compared and every file where they differ.
#include "core/encoding.h"
#include "core/limits.h"
#include "scanners/discover/discover.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/rule_set.h"

#include <cstdio>
#include <set>
#include <string>
#include <tuple>

namespace {

using namespace codelake;

struct Totals {
  std::size_t files = 0;
  std::size_t rules_tried = 0;    // by what was not switched off
  std::size_t rules_skipped = 0;
  std::size_t matches = 0;
  std::size_t different = 0;
  std::size_t limits = 0;  // files in which a rule stopped early, which are not compared
};

using Found = std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>>;

Found found_in(const std::vector<sast::RuleMatches>& all, bool& limit) {
  Found found;
  for (const sast::RuleMatches& one : all) {
    limit = limit || one.limit_hit;
    for (const sast::Match& match : one.matches) found.emplace(one.rule->info.id, match.begin, match.end);
  }
  return found;
}

void compare(const sast::LanguageRules& rules, const syntax::Tree& tree, const std::string& path, Totals& totals) {
  constexpr std::size_t k_steps_max = 2'000'000'000;
  const sast::FileView view(tree);
  const sast::Subject fast(tree.source, &view);
  sast::Subject slow(tree.source, &view);
  slow.try_everywhere();
  const auto wanted = rules.candidates(tree.source, path);
  const auto everything = rules.all();
  bool limit = false;
  const Found some = found_in(sast::run_rules(wanted.rules, fast, k_steps_max), limit);
  const Found all = found_in(sast::run_rules(everything.rules, slow, k_steps_max), limit);
  totals.files += 1;
  totals.rules_tried += wanted.rules.size();
  totals.rules_skipped += everything.rules.size() - wanted.rules.size();
  totals.limits += limit ? 1 : 0;
  if (limit) return;
  totals.matches += all.size();
  if (some == all) return;
  totals.different += 1;
  std::printf("differs: %s\n", path.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const Limits limits;
  const auto found = discover::discover(argc > 1 ? argv[1] : ".", Config{}, {});
  std::vector<sast::Rule> rules;
  std::vector<sast::RuleError> errors;
  if (argc > 2) {
    if (!sast::read_rule_paths({argv[2]}, rules, errors)) return 2;
  } else if (auto builtin = sast::builtin_rules()) {
    rules = std::move(*builtin);
  }
  // Which files a rule is for is no matter of what is compared here.
  std::erase_if(rules, [](const sast::Rule& rule) { return !rule.include.empty() || !rule.exclude.empty(); });
  if (!found || rules.empty()) return 2;
  const sast::RuleSet set(std::move(rules));
  Totals totals;
  for (const FileInfo& file : found->files) {
    const syntax::Language* language = set.language(file.language);
    if (language == nullptr || file.vendored || file.size_bytes > limits.sast_file_bytes_max) continue;
    auto content = found->read(file, limits.file_bytes_max);
    if (!content) continue;
    const Decoded decoded = decode(std::move(*content), file.path);
    if (decoded.traits.binary || decoded.traits.minified || decoded.traits.generated) continue;
    compare(set.rules_of(*language), language->parse(decoded.text, limits.tree_depth_max), file.path, totals);
  }
  std::printf("%zu files, %zu rules tried and %zu left out, %zu matches, %zu files differ, %zu hit a limit\n", totals.files,
              totals.rules_tried, totals.rules_skipped, totals.matches, totals.different, totals.limits);
  return totals.different == 0 ? 0 : 1;
}
