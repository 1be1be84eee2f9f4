// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/builder.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One directive of go.mod or go.work: "require example.com/a v1.0.0 // indirect", or a line of a block
// "require ( … )".
struct GoDirective {
  std::string_view word;                 // "require"
  std::vector<std::string_view> values;  // without quotes
  std::string_view comment;              // without "//"
  std::uint32_t line = 0;
};

std::vector<GoDirective> go_directives(std::string_view text);

// At most eight words of a line, without quotes.
std::vector<std::string_view> go_words(std::string_view line);

// Whether a "go" line of 1.16 or less, or none, says that go.mod lists no indirect modules.
bool lists_direct_only(const std::vector<GoDirective>& directives);

// Adds the standard library, and the toolchain where it is named. The lines name the least version wanted, which the
// machine may surpass: a release is their version and the requirement beside it says so; a version of the language
// ("go 1.21") is only a requirement (docs/decisions/0009).
void add_go_tools(LockfileBuilder& builder, const std::vector<GoDirective>& directives);

}  // namespace codelake::sca
