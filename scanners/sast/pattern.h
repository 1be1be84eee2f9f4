// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/regex.h"
#include "scanners/sast/rule_options.h"
#include "scanners/sast/text_pattern.h"
#include "scanners/syntax/language.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// How the string literal of a pattern is compared.
enum class StringMode : std::uint8_t { exact, any, any_template, binding, regex };

// What the matcher needs of a pattern's node besides the tree; made once, so that matching looks nothing up.
struct PatternNode {
  static constexpr std::uint8_t k_no_slot = 0xFF;  // $_ binds nothing
  std::uint8_t slot = k_no_slot;                   // of a metavariable, or of "$X"
  StringMode string_mode = StringMode::exact;
  bool open = false;         // an unordered list that may hold more than the pattern says
  std::uint16_t regex = 0;   // StringMode::regex: index into Reading::regexes
  std::uint64_t dotted = 0;  // of a chain of plain names: names_hash of it
};

// One reading of a pattern, ready to match.
struct Reading {
  std::unique_ptr<syntax::PatternTree> pattern;
  std::vector<PatternNode> nodes;  // beside pattern->tree.nodes
  std::vector<Regex> regexes;
  std::vector<syntax::Kind> kinds;  // of code nodes it can match at; empty: any expression
  syntax::Symbol anchor = 0;  // the symbol such a node must have; for a call its callee's last name; 0: any
  syntax::NodeId first = 0;   // the pattern's node that is tried at those
  bool sequence = false;      // several statements
  bool lone_metavariable = false;  // `$X` alone: any expression

  const syntax::Tree& tree() const { return pattern->tree; }
};

// A pattern of a rule in one language: all its readings, or its one form as text.
struct Pattern {
  std::vector<Reading> readings;
  std::optional<TextPattern> text;
};

// Makes the pattern ready for a language, or tells why it cannot be read. The slot of a metavariable is its place in
// `metavariables`; one that is not there binds nothing.
Result<Pattern> compile_pattern(std::string_view text, const std::vector<std::string>& metavariables,
                                const RuleOptions& options, const syntax::Language& language);

// The hash of a dotted name from its parts, outermost first: names_hash(names_hash(0, "os"), "path").
std::uint64_t names_hash(std::uint64_t before, syntax::Symbol part);

}  // namespace codelake::sast
