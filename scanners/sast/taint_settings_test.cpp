// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_trial.h"

#include <gmock/gmock.h>

namespace codelake::sast {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The lines a rule of Python reports in a piece of code.
std::vector<std::uint32_t> found(const std::string& parts, const std::string& code) {
  RuleFile file = read_rules(
      "rules:\n  - id: r\n    languages: [python]\n    severity: INFO\n    message: m\n    mode: taint\n" + parts, "r.yaml");
  EXPECT_TRUE(file.errors.empty()) << (file.errors.empty() ? "" : file.errors[0].text());
  if (file.rules.empty()) return {};
  const RuleSet rules(std::move(file.rules));
  return lines_found(rules, rules.rules()[0], "python", code);
}

TEST(TaintSettings, BySideEffectTaintsTheUseAndWhatFollows) {
  const std::string sinks = "    pattern-sinks: [{pattern: fill(...)}, {pattern: sink(...)}]\n";
  const std::string source = "    pattern-sources:\n      - patterns: [{pattern: fill($X)}, {focus-metavariable: $X}]\n";
  const std::string code = "def f(x):\n    sink(x)\n    fill(x)\n    sink(x)\n    x = 1\n    sink(x)\n";
  EXPECT_THAT(found(source + sinks, code), ElementsAre(3));
  EXPECT_THAT(found(source + "        by-side-effect: true\n" + sinks, code), ElementsAre(3, 4));
  EXPECT_THAT(found(source + "        by-side-effect: only\n" + sinks, code), ElementsAre(4));
}

TEST(TaintSettings, BySideEffectOnlyTaintsNothingThatIsNoPlace) {
  EXPECT_THAT(found("    pattern-sources: [{pattern: drop($X), by-side-effect: only}]\n    pattern-sinks: [{pattern: sink(...)}]\n",
                    "y = drop(x)\nsink(y)\nsink(drop(x))\nsink(x)\n"),
              IsEmpty());
}

TEST(TaintSettings, ASanitizerBySideEffectCleansWhatFollows) {
  const std::string ends = "    pattern-sources: [{pattern: get()}]\n    pattern-sinks: [{pattern: sink(...)}]\n";
  const std::string cleaner = "    pattern-sanitizers:\n      - patterns: [{pattern: check($X)}, {focus-metavariable: $X}]\n";
  const std::string code = "x = get()\nsink(check(x))\nsink(x)\nx = get()\nsink(x)\n";
  EXPECT_THAT(found(ends + cleaner, code), ElementsAre(3, 5));
  EXPECT_THAT(found(ends + cleaner + "        by-side-effect: true\n", code), ElementsAre(5));
}

TEST(TaintSettings, APropagatorMayLeaveTheVariableAsItIs) {
  const std::string ends = "    pattern-sources: [{pattern: get()}]\n    pattern-sinks: [{pattern: put(...)}, {pattern: sink(...)}]\n";
  const std::string carrier = "    pattern-propagators:\n      - pattern: put($TO, $FROM)\n        from: $FROM\n        to: $TO\n";
  const std::string code = "def f(a):\n    put(a, clean)\n    put(a, get())\n    sink(a)\n";
  EXPECT_THAT(found(ends + carrier, code), ElementsAre(3, 4));
  EXPECT_THAT(found(ends + carrier + "        by-side-effect: false\n", code), ElementsAre(3));
}

TEST(TaintSettings, NumbersMayEndTaint) {
  const std::string rule = "    pattern-sources: [{pattern: get()}]\n    pattern-sinks: [{pattern: sink(...)}]\n";
  const std::string code = "def f(n: int, t: str, b: bool):\n    sink(n)\n    sink(t)\n    sink(b)\nf(get(), get(), get())\n";
  EXPECT_THAT(found(rule, code), ElementsAre(2, 3, 4));
  EXPECT_THAT(found(rule + "    options: {taint_assume_safe_numbers: true}\n", code), ElementsAre(3, 4));
  EXPECT_THAT(found(rule + "    options: {taint_assume_safe_booleans: true}\n", code), ElementsAre(2, 3));
}

TEST(TaintSettings, WhereASourceStandsIsNoSource) {
  const std::string sinks = "    pattern-sinks: [{pattern: sink(...)}]\n";
  const std::string inside = "      - pattern-inside: |\n          def $F($X):\n              ...\n";
  EXPECT_THAT(found("    pattern-sources:\n" + inside + sinks, "def f(a):\n    sink(b)\n"), IsEmpty());
  EXPECT_THAT(found("    pattern-sources:\n      - patterns:\n        - pattern-inside: |\n            def $F($X):\n                ...\n"
                    "        - focus-metavariable: $X\n" + sinks,
                    "def f(a):\n    sink(a)\n"),
              ElementsAre(2));
}

TEST(TaintSettings, AVariableIsNotTaintedByASourceThatIsAPartOfIt) {
  const std::string rule = "    pattern-sources: [{pattern: $R.body}]\n    pattern-sinks: [{pattern: sink(...)}]\n";
  EXPECT_THAT(found(rule, "def f(r):\n    r.body = 'a'\n    sink(r.other)\n    sink(r.body)\n"), ElementsAre(4));
}

TEST(TaintSettings, AnExactSourceIsNotWhatIsInIt) {
  const std::string sinks = "    pattern-sinks: [{pattern: sink(...)}]\n";
  const std::string code = "a = get(sink(b))\nsink(a)\n";
  EXPECT_THAT(found("    pattern-sources: [{pattern: get(...)}]\n" + sinks, code), ElementsAre(1, 2));
  EXPECT_THAT(found("    pattern-sources: [{pattern: get(...), exact: true}]\n" + sinks, code), ElementsAre(2));
}

TEST(TaintSettings, ASinkThatIsNotExactIsAllThatIsInIt) {
  const std::string source = "    pattern-sources: [{pattern: get()}]\n";
  const std::string code = "x = get()\nsink(g(x) == 1)\nwith lock():\n    h(1)\n    h(x)\n";
  const std::string sink = "    pattern-sinks:\n      - pattern: |\n          with lock():\n              ...\n";
  EXPECT_THAT(found(source + sink, code), IsEmpty());
  EXPECT_THAT(found(source + sink + "        exact: true\n", code), IsEmpty());
  EXPECT_THAT(found(source + sink + "        exact: false\n", code), ElementsAre(3));
}

TEST(TaintSettings, ASinkInFocusIsTheValueAndNotWhatACallThatMakesItIsGiven) {
  const std::string source = "    pattern-sources: [{pattern: get()}]\n";
  const std::string sink = "    pattern-sinks:\n      - patterns: [{pattern: run($X)}, {focus-metavariable: $X}]\n";
  const std::string code =
      "def fixed(a):\n    return 'a'\ndef kept(a):\n    return a\n"
      "run(fixed(get()))\nrun(kept(get()))\nrun(unknown(get()))\nrun(['a', get()])\nrun(get())\n";
  EXPECT_THAT(found(source + sink, code), ElementsAre(6, 7, 8, 9));
  EXPECT_THAT(found(source + sink + "        exact: false\n", code), ElementsAre(5, 6, 7, 8, 9));
  // Where the call itself is a sink, what it is given counts.
  EXPECT_THAT(found(source + "    pattern-sinks: [{pattern: fixed(...)}]\n", code), ElementsAre(5));
  EXPECT_THAT(found(source + sink + "      - pattern: fixed(...)\n", code), ElementsAre(5, 6, 7, 8, 9));
}

constexpr std::string_view k_control =
    "    pattern-sources: [{pattern: start(), control: true}]\n    pattern-sinks: [{pattern: run(...)}]\n";

TEST(TaintSettings, AControlSourceTaintsWhatIsDoneBehindIt) {
  const std::string rule(k_control);
  EXPECT_THAT(found(rule, "def f(a):\n    run()\n    start()\n    run(a)\ndef g():\n    run()\n"), ElementsAre(4));
  EXPECT_THAT(found(rule, "def f(a):\n    if a:\n        start()\n    else:\n        run(1)\n    run(2)\n"), ElementsAre(6));
  EXPECT_THAT(found(rule, "def f(a):\n    if a:\n        start()\n        return\n    run(2)\n"), IsEmpty());
}

TEST(TaintSettings, AControlSourceIsPassedInTheRoundBefore) {
  EXPECT_THAT(found(std::string(k_control), "def f(a):\n    for x in a:\n        run(x)\n        start()\n"), ElementsAre(3));
  EXPECT_THAT(found(std::string(k_control), "def f(a):\n    start()\n    each(lambda x: run(x))\n"), ElementsAre(3));
}

constexpr std::string_view k_leak =
    "    pattern-sources:\n      - patterns: [{pattern: $F = open(...)}, {focus-metavariable: $F}]\n        by-side-effect: true\n"
    "    pattern-sanitizers:\n      - patterns: [{pattern: $F.close()}, {focus-metavariable: $F}]\n        by-side-effect: true\n";

TEST(TaintSettings, AnExitIsASinkOfWhatIsTaintedThere) {
  const std::string rule = std::string(k_leak) + "    pattern-sinks:\n      - pattern: |\n          def $D(...):\n              ...\n        at-exit: true\n";
  EXPECT_THAT(found(rule, "def f():\n    a = open(1)\n    t = a.read()\n    show(t)\n"), ElementsAre(4));
  EXPECT_THAT(found(rule, "def f():\n    a = open(1)\n    show(a)\n    a.close()\n"), IsEmpty());
  EXPECT_THAT(found(rule, "def f(b):\n    a = open(1)\n    if b:\n        return 0\n    a.close()\n    return 1\n"), ElementsAre(4));
  EXPECT_THAT(found(rule, "def f(b):\n    a = open(1)\n    if b:\n        a.close()\n    else:\n        raise E()\n"), ElementsAre(6));
}

TEST(TaintSettings, ASinkAtExitsMatchesOnlyExits) {
  const std::string rule = std::string(k_leak) + "    pattern-sinks: [{pattern: return ..., at-exit: true}, {pattern: $G(...), at-exit: true}]\n";
  EXPECT_THAT(found(rule, "def f():\n    a = open(1)\n    one(1)\n    two(2)\n"), ElementsAre(4));
  EXPECT_THAT(found(rule, "def f():\n    a = open(1)\n    one(1)\n    return 2\n"), ElementsAre(4));
}

TEST(TaintSettings, ASinkWithoutARequirementWantsTaintWithoutALabel) {
  const std::string rule =
      "    pattern-sources: [{pattern: one(), label: A}, {pattern: two()}]\n"
      "    pattern-sinks: [{pattern: plain(...)}, {pattern: asks(...), requires: A}]\n";
  EXPECT_THAT(found(rule, "x = one()\ny = two()\nplain(x)\nasks(x)\nplain(y)\nasks(y)\n"), ElementsAre(4, 5));
}

TEST(TaintSettings, APropagatorPutsItsLabelInPlaceOfOthers) {
  const std::string rule =
      "    pattern-sources: [{pattern: one(), label: A}, {pattern: two(), label: C}]\n"
      "    pattern-propagators: [{pattern: 'add($F, $T)', from: $F, to: $T, label: B, requires: A}]\n"
      "    pattern-sinks: [{pattern: a(...), requires: A}, {pattern: b(...), requires: B}]\n";
  EXPECT_THAT(found(rule, "x = one()\ny = []\nadd(x, y)\na(x)\nb(x)\na(y)\nb(y)\n"), ElementsAre(4, 7));
  EXPECT_THAT(found(rule, "x = two()\ny = []\nadd(x, y)\nb(y)\n"), IsEmpty());
}

TEST(TaintSettings, APropagatorWithoutALabelPassesThoseItGets) {
  const std::string rule =
      "    pattern-sources: [{pattern: one(), label: A}, {pattern: two(), label: C}]\n"
      "    pattern-propagators: [{pattern: 'add($F, $T)', from: $F, to: $T, requires: A}]\n"
      "    pattern-sinks: [{pattern: sink(...), requires: A or C}]\n";
  EXPECT_THAT(found(rule, "x = one()\ny = []\nadd(x, y)\nsink(y)\n"), ElementsAre(4));
  EXPECT_THAT(found(rule, "x = two()\ny = []\nadd(x, y)\nsink(y)\n"), IsEmpty());
}

TEST(TaintSettings, EveryMetavariableOfASinkMayAskForLabels) {
  const std::string rule =
      "    pattern-sources: [{pattern: one(), label: A}, {pattern: two(), label: B}]\n"
      "    pattern-sinks:\n      - patterns: [{pattern: '$OBJ.put($KEY, $VALUE)'}, {focus-metavariable: $VALUE}]\n"
      "        requires: [{$VALUE: A}, {$KEY: B and not A}]\n";
  EXPECT_THAT(found(rule, "a = one()\nb = two()\no.put(b, a)\no.put(a, b)\no.put(1, a)\no.put(b, 1)\n"), ElementsAre(3));
}

}  // namespace
}  // namespace codelake::sast
