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

// What a taint rule of these parts finds in a project.
std::vector<Finding> findings(const std::string& parts, const Files& files) {
  RuleFile rules = read_rules(
      "rules:\n  - id: r\n    languages: [python, javascript]\n    severity: ERROR\n    message: m\n    mode: taint\n" + parts, "r.yaml");
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
  return follow_taint(all).findings;
}

// The same as places: "path:line".
std::set<std::string> found(const std::string& parts, const Files& files) {
  std::set<std::string> places;
  for (const Finding& finding : findings(parts, files)) places.insert(finding.path + ":" + std::to_string(finding.range.start.line));
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

TEST(TaintFile, AFindingOfADoubtfulWayWeighsLess) {
  const std::string rule = k_ends + "    metadata: {confidence: HIGH}\n";
  const Files guessed = {{"app.py", "import gate\ndef f(door):\n    door.unlatch(get())\n"}, {"gate.py", "class Gate:\n    def unlatch(self, p):\n        run(p)\n"}};
  const Files known = {{"app.py", "run(trim(get()))\n"}};
  ASSERT_EQ(findings(rule, guessed).size(), 1U);
  EXPECT_EQ(findings(rule, guessed)[0].severity, Severity::medium);
  EXPECT_EQ(findings(rule, guessed)[0].confidence, Confidence::medium);
  EXPECT_EQ(findings(rule, known).at(0).severity, Severity::high);
  EXPECT_EQ(findings(rule, known).at(0).confidence, Confidence::high);
  EXPECT_EQ(findings(rule + "    options: {taint_lowered_by_doubt: false}\n", guessed).at(0).severity, Severity::high);
}

TEST(TaintFile, OfSeveralWaysToOnePlaceTheWeightiestCounts) {
  // The first way has fewer steps, but more of them are guesses.
  std::string asked = "def send(q):\n    run(q)\ndef f():\n    send(pad(pad(pad(pad(pad(pad(pad(pad(get())))))))))\ndef g():\n    m = get()\n";
  for (int i = 0; i < 40; ++i) asked += "    m = m + 'b'\n";
  asked += "    send(m)\n";
  const auto all = findings(k_ends, {{"app.py", asked}});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].severity, Severity::high);
}

}  // namespace
}  // namespace codelake::sast
