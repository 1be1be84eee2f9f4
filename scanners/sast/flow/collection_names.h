// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codelake::sast::flow {

// What a method does to a list or map.
// all: a collection of the same elements in whatever order; copy: in the same; extend: takes in another one's; merge: a copy that does.
enum class Verb : std::uint8_t {
  none, append, prepend, get, put, remove, first, last, take_first, take_last, clear, length, all, copy, extend, merge, keys, insert,
};

// Collections whose methods of one name do different things. any: in a table, all others.
enum class Family : std::uint8_t { any, list, map, stack, deque, queue, sections };

// Of the class or function that makes a collection; none for others.
std::optional<Family> family_of(syntax::Symbol maker);

// What a function makes of its arguments: listOf(a, b), mapOf(k to v), Pair(a, b). none for others.
Family filled_by(std::string_view language, std::string_view function);

// What a function does to the list or map that is its first argument: array_push($list, $a). none for others.
Verb verb_of_function(std::string_view language, std::string_view function);

// What a method of that name and number of arguments does.
Verb verb_of(syntax::Symbol name, std::size_t arguments, std::optional<Family> family);

// Whether a method of that name puts something into what it is called on.
bool puts_in(syntax::Symbol name, std::size_t arguments);
// A parameter of a function that is handed to a method of a collection.
struct Handed {
  syntax::Symbol method = 0;
  std::size_t parameters = 0;  // how many the function has
  bool of_map = false;
  std::size_t position = 0;
};

// Whether it is given where an element stands, not the element: l.each_with_index { |v, i| }, m.forEach { (k, v) -> }.
bool names_key(std::string_view language, const Handed& handed);

}  // namespace codelake::sast::flow
