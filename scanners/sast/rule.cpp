// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule.h"

#include "core/check.h"

#include <algorithm>

namespace codelake::sast {

std::size_t slot_in(const std::vector<std::string>& metavariables, std::string_view name) {
  const auto found = std::find(metavariables.begin(), metavariables.end(), name);
  return found == metavariables.end() ? k_slots_max : static_cast<std::size_t>(found - metavariables.begin());
}

std::size_t Rule::slot_of(std::string_view name) const { return slot_in(metavariables, name); }

std::string RuleError::text() const {
  std::string where = path + ":" + std::to_string(line) + ": ";
  if (!rule_id.empty()) where += "rule '" + rule_id + "': ";
  return where + cause;
}

Error joined(const std::vector<RuleError>& errors) {
  CODELAKE_CHECK(!errors.empty());
  Error error{ErrorKind::usage, "reading SAST rules", {}, {}, {}};
  if (errors.size() == 1) {
    error.cause = errors.front().text();
    return error;
  }
  error.subject = std::to_string(errors.size()) + " errors";
  for (const RuleError& one : errors) error.cause += "\n  " + one.text();
  return error;
}

}  // namespace codelake::sast
