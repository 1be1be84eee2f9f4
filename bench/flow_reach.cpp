// SPDX-License-Identifier: Apache-2.0
// flow_reach FOLDER [quick]: the data flow of our own rules over a checkout, once looking only at what leads to a sink and once
// (but for quick) at everything; prints the seconds of each (one thread) and whether both found the same.
#include "core/encoding.h"
#include "core/limits.h"
#include "scanners/discover/discover.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/taint.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace codelake;

std::string text_of(const sast::TaintReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    text += finding.rule_id + ' ' + finding.path + ' ' + std::to_string(finding.range.start.offset);
    for (const auto& step : finding.trace) text += ' ' + step.path + ':' + std::to_string(step.range.start.offset);
    text += '\n';
  }
  for (const sast::Rule* rule : report.limits_hit) text += "limit " + rule->info.id + '\n';
  return text;
}

std::string run(const std::vector<const sast::TaintFile*>& files, bool relevant_only) {
  const auto start = std::chrono::steady_clock::now();
  std::string found = text_of(sast::follow_taint(files, 1, {.relevant_only = relevant_only}));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-14s %7.3f s\n", relevant_only ? "to sinks only" : "everything", seconds);
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const Limits limits;
  const auto found = discover::discover(argc > 1 ? argv[1] : ".", Config{}, {});
  auto rules = sast::builtin_rules();
  if (!found || !rules) return 2;
  const sast::RuleSet set(std::move(*rules));
  std::vector<std::unique_ptr<sast::TaintFile>> kept;
  std::vector<const sast::TaintFile*> files;
  std::size_t values = 0;
  std::size_t edges = 0;
  for (const FileInfo& file : found->files) {
    const syntax::Language* language = set.language(file.language);
    if (language == nullptr || file.vendored || file.size_bytes > limits.sast_file_bytes_max) continue;
    auto content = found->read(file, limits.file_bytes_max);
    if (!content) continue;
    const Decoded decoded = decode(std::move(*content), file.path);
    if (decoded.traits.binary || decoded.traits.minified || decoded.traits.generated) continue;
    const syntax::Tree tree = language->parse(decoded.text, limits.tree_depth_max);
    const sast::FileView view(tree);
    kept.push_back(sast::read_taint(set.rules_of(*language).candidates(decoded.text, file.path), {decoded.text, &view}, limits.match_steps_max));
    kept.back()->path = file.path;
    files.push_back(kept.back().get());
    values += kept.back()->graph.values.size();
    edges += kept.back()->graph.edges.size();
  }
  std::printf("%zu files, %zu values, %zu edges\n", files.size(), values, edges);
  const std::string some = run(files, true);
  if (argc > 2) return 0;
  const bool same = some == run(files, false);
  std::printf("%zu findings, %s\n", static_cast<std::size_t>(std::count(some.begin(), some.end(), '\n')), same ? "the same" : "NOT the same");
  return same ? 0 : 1;
}
