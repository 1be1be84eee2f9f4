// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/grammar.h"
#include "scanners/syntax/language.h"
#include "scanners/syntax/pattern_dialect.h"

namespace codelake::syntax {

// As Language::parse_pattern.
Result<std::vector<std::unique_ptr<PatternTree>>> read_pattern(const Grammar& grammar, const PatternDialect& dialect,
                                                               std::string_view text);

}  // namespace codelake::syntax
