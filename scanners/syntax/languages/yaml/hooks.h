// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

#include <cstddef>
#include <string_view>

namespace codelake::syntax::yaml {

// A block, which the grammar lets end where the next token begins: without the white space after it.
void block(Lowering& to, RawId raw, Role role);
// A key with its value; no value is the empty string.
void pair(Lowering& to, RawId raw, Role role);
// A value with its anchor and tag: a tag of the document's own is a call of it, the rest says nothing.
void value(Lowering& to, RawId raw, Role role);
// A scalar without quotes.
void plain_string(Lowering& to, RawId raw, Role role);
// A scalar below its header line.
void block_scalar(Lowering& to, RawId raw, Role role);

// As PatternDialect::line: what the lines beside a "..." are (entries of a mapping or items of a list), the "..." is.
std::string_view line_form(std::string_view pattern, std::size_t ellipsis);

}  // namespace codelake::syntax::yaml
