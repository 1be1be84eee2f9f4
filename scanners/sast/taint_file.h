// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/line_index.h"
#include "core/scanner.h"
#include "scanners/sast/evaluate.h"
#include "scanners/sast/flow/graph.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace codelake::sast {

// One place of a taint rule in a file.
struct TaintPlace {
  const TaintPart* part = nullptr;
  Match match;
  std::vector<flow::ValueId> values;
};

// What one taint rule found in one file, before any data is followed.
struct TaintRuleFile {
  const Rule* rule = nullptr;
  std::vector<TaintPlace> sources;
  std::vector<TaintPlace> sinks;
  std::vector<Finding> findings;              // beside `sinks`: what is reported when one is reached
  std::vector<flow::ValueId> sanitized;
  std::vector<std::pair<flow::ValueId, flow::ValueId>> propagated;
  bool limit_hit = false;
};

// What the data flow of a project needs of one file; outlives the file's tree.
struct TaintFile : FileFacts {
  explicit TaintFile(std::string source) : text(std::move(source)), lines(text) {}
  std::string text;
  LineIndex lines;
  flow::Graph graph;
  std::vector<TaintRuleFile> rules;  // those with a source or sink here
};

using MakeFinding = std::function<Finding(const Rule&, const Match&)>;

// Matches the parts of the rules and builds the file's graph. `finding` is asked for every sink.
std::unique_ptr<TaintFile> read_taint(std::span<const CompiledRule* const> rules, const Subject& subject,
                                      std::size_t steps_max, const MakeFinding& finding);

}  // namespace codelake::sast
