// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/engine.h"

namespace codelake::secrets {

// An engine of the rules that are built into the program.
Engine builtin_engine();

}  // namespace codelake::secrets
