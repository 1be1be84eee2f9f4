// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/line_index.h"
#include "core/scanner.h"
#include "scanners/sast/evaluate.h"
#include "scanners/sast/flow/graph.h"
#include "scanners/sast/language_rules.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace codelake::sast {

// One place where a part of taint rules holds.
struct TaintPlace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<std::pair<Slot, Value>> bound;  // by the slots of the rule that the part is looked for as
  std::vector<flow::ValueId> values;  // of a propagator: where data comes from
  std::vector<flow::ValueId> to;      // of a propagator
  std::vector<std::vector<flow::ValueId>> also;  // of a sink: beside TaintPart::requires_of
  std::string symbol;                 // of a sink: the function around it
  bool for_administrators = false;    // of a source or sink: only they reach it
};

// What a part found in one file, before any data is followed.
struct TaintPartFile {
  std::vector<TaintPlace> places;
  bool limit_hit = false;
};

// What one taint rule found in one file.
struct TaintRuleFile {
  struct Part {
    const PartUse* use = nullptr;
    const TaintPartFile* found = nullptr;
  };
  const Rule* rule = nullptr;
  std::vector<Part> parts;  // those that hold somewhere
  bool limit_hit = false;
};

// What the data flow of a project needs of one file; outlives the file's tree, not the rules.
struct TaintFile : FileFacts {
  explicit TaintFile(std::string source) : text(std::move(source)), lines(text) {}
  std::string text;
  LineIndex lines;
  bool in_tests = false;  // the file is test code
  flow::Graph graph;
  std::map<std::size_t, TaintPartFile> parts;  // by PartUse::shared
  std::vector<TaintRuleFile> rules;            // those with a part that holds here
};

// A rule's parts that hold somewhere in the file, of all that do.
TaintRuleFile found_by(const CompiledRule& rule, const std::map<std::size_t, TaintPartFile>& parts);

// Matches the parts of the rules that follow data and builds the file's graph.
std::unique_ptr<TaintFile> read_taint(const LanguageRules::Candidates& wanted, const Subject& subject, std::size_t steps_max);

}  // namespace codelake::sast
