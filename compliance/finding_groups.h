// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compliance/framework.h"
#include "core/finding.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace codelake::compliance {

// The findings that bear on one control.
struct Counts {
  std::array<int, 5> by_severity{};  // open ones, by Severity
  int suppressed = 0;                // suppressed or known by the baseline
  std::vector<std::string> ids;      // of the open ones that count, in report order

  int at_or_above(Severity severity) const;
  int serious() const { return at_or_above(Severity::high); }
  int minor() const { return at_or_above(Severity::low) - serious(); }
};

// The findings of a scan, grouped by what decides which controls they bear on (scanner and CWE numbers), so that a
// million findings are matched with a control as fast as their few dozen kinds.
class FindingGroups {
 public:
  // `findings` must outlive the groups.
  explicit FindingGroups(const std::vector<Finding>& findings);

  // A finding bears on a control when its scanner is behind the control's check types and it has one of its CWE.
  Counts counts_for(const Control& control) const;

 private:
  struct Group {
    std::string_view scanner;
    std::vector<int> cwe;
    bool bears_on(const Control& control) const;
  };

  const std::vector<Finding>& m_findings;
  std::vector<Group> m_groups;
  std::vector<std::uint32_t> m_group_of;  // by finding
};

}  // namespace codelake::compliance
