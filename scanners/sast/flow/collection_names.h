// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace codelake::sast::flow {

// What a method does to a list or map.
enum class Verb : std::uint8_t { none, append, prepend, get, put, remove, first, last, take_first, take_last, clear, length };

// Collections whose methods of one name do different things. any: in a table, all others.
enum class Family : std::uint8_t { any, list, map, stack, deque, queue, sections };

// Of the class or function that makes a collection; none for others.
std::optional<Family> family_of(syntax::Symbol maker);

// What a method of that name and number of arguments does.
Verb verb_of(syntax::Symbol name, std::size_t arguments, std::optional<Family> family);

// Whether a method of that name puts something into what it is called on.
bool puts_in(syntax::Symbol name, std::size_t arguments);

}  // namespace codelake::sast::flow
