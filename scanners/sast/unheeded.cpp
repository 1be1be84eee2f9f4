// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/unheeded.h"

#include <algorithm>

namespace codelake::sast {

namespace {

bool any_part(const Taint& taint, bool TaintPart::*setting) {
  const auto has = [&](const std::vector<TaintPart>& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const TaintPart& part) { return part.*setting; });
  };
  return has(taint.sources) || has(taint.sanitizers) || has(taint.propagators) || has(taint.sinks);
}

}  // namespace

std::vector<std::string> unheeded(const Rule& rule) {
  std::vector<std::string> said;
  for (const std::string_view name : unheeded_options(rule.options)) {
    said.push_back("its option '" + std::string(name) + "' changes nothing here");
  }
  if (any_part(rule.taint, &TaintPart::control)) said.emplace_back("its setting 'control' changes nothing here");
  if (any_part(rule.taint, &TaintPart::at_exit)) said.emplace_back("its setting 'at-exit' changes nothing here");
  if (any_part(rule.taint, &TaintPart::only_side_effect)) said.emplace_back("its setting 'by-side-effect: only' works as 'true' here");
  const auto& sinks = rule.taint.sinks;
  if (std::any_of(sinks.begin(), sinks.end(), [](const TaintPart& sink) { return sink.exact; })) {
    said.emplace_back("its setting 'exact' of a sink changes nothing here");
  }
  return said;
}

}  // namespace codelake::sast
