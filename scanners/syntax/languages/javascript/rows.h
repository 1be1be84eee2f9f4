// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/table_language.h"

namespace codelake::syntax::javascript {

// The lowering table, in the parts its dialects share.
std::vector<Row> expression_rows();
std::vector<Row> statement_rows();
std::vector<Row> declaration_rows();
std::vector<Row> jsx_rows();  // the grammars that know JSX
// All of TypeScript but JSX.
std::vector<Row> typed_rows();

std::vector<FieldRole> roles();
PatternDialect patterns();

// Several parts as one table.
std::vector<Row> joined(const std::vector<std::vector<Row>>& parts);

}  // namespace codelake::syntax::javascript
