// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compliance/evaluate.h"

#include <string>

namespace codelake::compliance {

// What was looked at for one control.
struct Evidence {
  bool assessable = false;
  bool complete = true;  // false: something of the kind asked for was not looked at, so that the control cannot pass
  std::string text;      // assessable: what was looked at; else: why the control cannot be assessed
};

// Whether the scan looked at what `control` asks for. Absence of a look is never evidence.
Evidence evidence_for(const Control& control, const EvaluationInput& input);

}  // namespace codelake::compliance
