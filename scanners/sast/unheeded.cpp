// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/unheeded.h"

#include <algorithm>

namespace codelake::sast {

namespace {

bool any_part(const std::vector<TaintPart>& parts, bool TaintPart::*setting) {
  return std::any_of(parts.begin(), parts.end(), [&](const TaintPart& part) { return part.*setting; });
}

}  // namespace

std::vector<std::string> unheeded(const Rule& rule) {
  std::vector<std::string> said;
  for (const std::string_view name : unheeded_options(rule.options)) {
    said.push_back("its option '" + std::string(name) + "' changes nothing here");
  }
  const auto& [sources, sanitizers, propagators, sinks] = rule.taint;
  if (any_part(sanitizers, &TaintPart::control) || any_part(propagators, &TaintPart::control) || any_part(sinks, &TaintPart::control)) {
    said.emplace_back("its setting 'control' is one of sources and changes nothing elsewhere");
  }
  if (any_part(sources, &TaintPart::at_exit) || any_part(sanitizers, &TaintPart::at_exit) || any_part(propagators, &TaintPart::at_exit)) {
    said.emplace_back("its setting 'at-exit' is one of sinks and changes nothing elsewhere");
  }
  return said;
}

}  // namespace codelake::sast
