// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/matcher.h"
#include "scanners/sast/pattern.h"
#include "scanners/sast/rule.h"

#include <string_view>
#include <vector>

namespace codelake::sast {

// A rule with its patterns in one language; both must outlive it. A rule for any text has no patterns to
// compile.
struct CompiledRule {
  const Rule* rule = nullptr;
  std::vector<Pattern> patterns;  // beside rule->patterns
};

// What a rule is tried on. `file` is null for text without a tree.
struct Subject {
  std::string_view text;
  const FileView* file = nullptr;
};

// Every place where the rule holds, sorted by place, one for each range; the result may be incomplete when
// the budget is exhausted.
std::vector<Match> evaluate(const CompiledRule& rule, const Subject& subject, Budget& budget);

}  // namespace codelake::sast
