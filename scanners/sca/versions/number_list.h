// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace codelake::sca {

// The key (see VersionOrdering::key) of numbers between separators; a missing number stands before every
// number. What is none stands before all lists of numbers, by its bytes.
std::string number_list_key(std::string_view version, std::string_view separators);

// At least one number, and exactly one of `separators` between two.
bool valid_number_list(std::string_view version, std::string_view separators);

}  // namespace codelake::sca
