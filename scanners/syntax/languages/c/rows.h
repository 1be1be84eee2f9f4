// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/table_language.h"

namespace codelake::syntax::c {

// What C and C++ have in common.
std::vector<Row> expression_rows();
std::vector<Row> statement_rows();
std::vector<Row> declaration_rows();
std::vector<FieldRole> roles();
PatternDialect patterns();

}  // namespace codelake::syntax::c
