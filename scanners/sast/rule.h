// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/glob.h"
#include "core/regex.h"
#include "core/result.h"
#include "core/rule_info.h"
#include "scanners/sast/rule_options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// A metavariable of a rule: its index into Rule::metavariables and into the bindings of a match.
using Slot = std::uint8_t;
constexpr std::size_t k_slots_max = 48;

struct Formula;

// What a binding must fulfil for a match to stand.
struct Condition {
  enum class Kind { regex, formula, comparison, entropy, redos, type };
  Kind kind = Kind::regex;
  Slot slot = 0;
  std::uint32_t line = 0;
  std::size_t regex = 0;           // Kind::regex: index into Rule::regexes
  bool constants = false;          // Kind::regex: look at the value of a constant, not at its name
  bool strip = false;              // Kind::comparison: texts lose their quotes
  int base = 0;                    // Kind::comparison: of numbers without a prefix; 0: ten
  std::string text;                // the regular expression or the comparison as written
  std::vector<std::string> types;  // Kind::type: any of them
  std::string language;            // Kind::formula: of the formula, if it is not the rule's own
  std::vector<Formula> formula;    // Kind::formula: exactly one
};

// The tree of operators of a rule. `pattern-not-inside` is a negation of an inside.
struct Formula {
  enum class Kind { pattern, regex, all, any, inside, anywhere, negation };
  Kind kind = Kind::pattern;
  std::uint32_t line = 0;                // in the rule file
  std::size_t index = 0;                 // of a pattern or regex: into Rule::patterns or Rule::regexes
  std::vector<Formula> children;         // inside, anywhere and negation have one
  std::vector<Condition> conditions;     // of `all`
  std::vector<std::vector<Slot>> focus;  // of `all`: any metavariable of each list
  std::optional<Slot> name;              // of `all`: a metavariable that stands for the whole match (`as`)
};

struct PatternText {
  std::string text;
  std::uint32_t line = 0;
  std::string language;  // a word of `languages:`, "generic" too; empty: the rule's own
};

// One source, sanitizer, propagator or sink of a taint rule.
struct TaintPart {
  Formula formula;
  bool exact = false;             // only the match itself, not what is in it
  bool by_side_effect = false;    // what is matched changes from there on
  bool only_side_effect = false;  // `by-side-effect: only`: and not where it is matched
  bool control = false;           // of a source: what is done behind it is tainted, whatever it is done with
  bool meets_control = false;     // of a sink: its rule has such sources
  bool not_conflicting = false;
  bool at_exit = false;           // of a sink: where a function is left while something is tainted
  std::string label;            // of a source or propagator
  std::string requires_labels;  // an expression of labels: "A and not B"
  std::vector<std::pair<Slot, std::string>> requires_of;  // the same for single metavariables of a sink
  Slot from = 0;                // of a propagator
  Slot to = 0;
  std::uint32_t line = 0;
};

// What a taint rule looks for; empty for other rules.
struct Taint {
  std::vector<TaintPart> sources;
  std::vector<TaintPart> sanitizers;
  std::vector<TaintPart> propagators;
  std::vector<TaintPart> sinks;
};

// `fix-regex`: in the text of a match, the first `count` hits (0: all) are replaced.
struct RegexFix {
  std::string regex;
  std::string replacement;
  std::uint32_t count = 0;
};

// A rule as its file says it; patterns are text still, because each language reads them in its own way.
struct Rule {
  enum class Mode { search, taint };
  Mode mode = Mode::search;
  RuleInfo info;
  bool readable = false;   // its patterns were found readable before
  std::size_t number = 0;  // its place among all rules of a set (RuleShelf)
  std::string path;  // of its file, for errors
  std::uint32_t line = 0;
  std::vector<Glob> include;  // paths.include
  std::vector<Glob> exclude;  // paths.exclude
  std::optional<std::string> fix;  // text to put in place, with metavariables; empty: nothing stays
  std::optional<RegexFix> regex_fix;
  std::string fix_hint;  // what to do, in words
  RuleOptions options;
  Formula formula;  // of a search rule
  Taint taint;      // of a taint rule
  std::vector<PatternText> patterns;
  std::vector<Regex> regexes;
  std::vector<std::string> metavariables;  // "$X", "$...ARGS", "$1"

  // The slot of a name; k_slots_max when the rule has none of it.
  std::size_t slot_of(std::string_view name) const;
};

// The place of a name among metavariables; k_slots_max when it is none of them.
std::size_t slot_in(const std::vector<std::string>& metavariables, std::string_view name);

// One thing wrong in a rule file.
struct RuleError {
  std::string path;
  std::uint32_t line = 0;
  std::string rule_id;  // empty when the rule has none or the file holds none
  std::string cause;

  // "file:line: rule 'id': cause".
  std::string text() const;
};

// All errors as one Error of kind usage, in the order given; requires at least one.
Error joined(const std::vector<RuleError>& errors);

}  // namespace codelake::sast
