// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/taint_file.h"

#include "core/file_type.h"
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/taint.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace codelake::sast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t k_steps_max = 1'000'000;

using Files = std::map<std::string, std::string>;

// Where a taint rule of these parts finds something in a project: "path:line".
std::set<std::string> found(const std::string& parts, const Files& files) {
  RuleFile rules = read_rules(
      "rules:\n  - id: r\n    languages: [python, javascript]\n    severity: INFO\n    message: m\n    mode: taint\n" + parts, "r.yaml");
  EXPECT_TRUE(rules.errors.empty()) << (rules.errors.empty() ? "" : rules.errors[0].text());
  const RuleSet set(std::move(rules.rules));
  std::vector<std::unique_ptr<TaintFile>> kept;
  std::vector<const TaintFile*> all;
  for (const auto& [path, text] : files) {
    const syntax::Language& language = *set.language(language_of_path(path));
    const syntax::Tree tree = language.parse(text, 1000);
    const FileView view(tree);
    kept.push_back(read_taint(set.rules_of(language).candidates(text, path), {text, &view}, k_steps_max));
    kept.back()->path = path;
    all.push_back(kept.back().get());
  }
  std::set<std::string> places;
  for (const Finding& finding : follow_taint(all).findings) places.insert(finding.path + ":" + std::to_string(finding.range.start.line));
  return places;
}

const std::string k_ends = "    pattern-sources: [{pattern: get()}]\n    pattern-sinks: [{pattern: run(...)}]\n";

TEST(TaintFile, DataIsCleanedInAFileWithoutSourceAndSink) {
  const std::string sanitizer = "    pattern-sanitizers: [{pattern: escape(...)}]\n";
  const Files files = {{"app.py", "import names\nrun(names.clean(get()))\nrun(names.keep(get()))\n"},
                       {"names.py", "def clean(p):\n    return escape(p)\ndef keep(p):\n    return p\n"}};
  EXPECT_THAT(found(k_ends + sanitizer, files), ElementsAre("app.py:3"));
  EXPECT_THAT(found(k_ends, files), ElementsAre("app.py:2", "app.py:3"));
}

TEST(TaintFile, DataIsCarriedOnInAFileWithoutSourceAndSink) {
  const std::string propagator =
      "    pattern-propagators:\n      - {pattern: 'link($FROM, $TO)', from: $FROM, to: $TO}\n"
      "    options: {taint_assume_safe_functions: true}\n";
  const Files files = {{"app.py", "import boxes\nrun(boxes.packed(get()))\n"},
                       {"boxes.py", "def packed(p):\n    box = 1\n    link(p, box)\n    return box\n"}};
  EXPECT_THAT(found(k_ends + propagator, files), ElementsAre("app.py:2"));
  EXPECT_THAT(found(k_ends, files), IsEmpty());
}

}  // namespace
}  // namespace codelake::sast
