// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/match.h"
#include "scanners/sast/rule.h"
#include "scanners/sast/shared_pattern.h"
#include "scanners/sast/subject.h"
#include "scanners/sast/taint_parts.h"

#include <string>
#include <utility>
#include <vector>

namespace codelake::sast {

// A pattern of a rule: `slots` are the rule's, by the pattern's own.
struct PatternUse {
  const SharedPattern* shared = nullptr;
  std::vector<Slot> slots;
};

struct CompiledRule;

// A part of a taint rule: it is looked for as the first rule that has it says; `slots` are this rule's, by that one's.
struct PartUse {
  std::size_t shared = 0;  // its number among the parts of all rules of a language
  const CompiledRule* of = nullptr;
  const TaintPart* as = nullptr;    // in that rule
  const TaintPart* part = nullptr;  // in this rule
  SharedPart::Role role = SharedPart::Role::source;
  std::vector<Slot> slots;
};

// A rule with its patterns in one language; both must outlive it. Without a language patterns are text.
struct CompiledRule {
  const Rule* rule = nullptr;
  std::vector<PatternUse> patterns;  // beside rule->patterns
  std::vector<PartUse> parts;        // of a taint rule
  // What the languages named by its `metavariable-pattern` mean; null: text.
  std::vector<std::pair<std::string, const syntax::Language*>> languages;
};

// Every place where the rule holds, sorted by place, one for each range; the result may be incomplete when
// the budget is exhausted.
std::vector<Match> evaluate(const CompiledRule& rule, const Subject& subject, Budget& budget);

// The same for one formula of a rule: a source, sink or sanitizer of a taint rule. Matches of one range that differ in
// their bindings are all given.
std::vector<Match> evaluate(const CompiledRule& rule, const Formula& formula, const Subject& subject, Budget& budget);

}  // namespace codelake::sast
