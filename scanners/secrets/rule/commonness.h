// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/expression.h"

namespace codelake::secrets {

// How often a byte of a text is one of `bytes`, roughly: a share of all bytes.
double commonness_of(const ByteSet& bytes);

}  // namespace codelake::secrets
