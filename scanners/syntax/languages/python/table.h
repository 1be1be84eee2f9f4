// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/table_language.h"

namespace codelake::syntax::python {

std::vector<Row> rows();
std::vector<FieldRole> roles();

}  // namespace codelake::syntax::python
