// SPDX-License-Identifier: Apache-2.0
#include "core/report.h"

namespace codelake {

Summary ScanReport::summary() const {
  Summary summary;
  for (const Finding& finding : findings) {
    if (finding.suppression) {
      const bool baseline = finding.suppression->kind == Suppression::Kind::baseline;
      (baseline ? summary.baseline : summary.suppressed) += 1;
      continue;
    }
    summary.open += 1;
    summary.by_severity[finding.severity] += 1;
    summary.by_type[finding.type] += 1;
  }
  return summary;
}

}  // namespace codelake
