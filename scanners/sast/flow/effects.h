// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace codelake::sast::flow {

// What a library's function puts into one of its arguments: the argument `to` takes what the arguments from `from` on hold.
struct Effect {
  static constexpr std::int8_t k_receiver = -1;  // the object that it is called on
  std::int8_t to = 0;
  std::int8_t from = 1;
  bool all = false;  // the last of the two goes on to the last argument

  bool takes(std::size_t argument) const { return reaches(to, from, argument); }
  bool gives(std::size_t argument) const { return reaches(from, to, argument); }

 private:
  bool reaches(std::int8_t one, std::int8_t other, std::size_t argument) const {
    if (one < 0) return false;
    const auto first = static_cast<std::size_t>(one);
    return argument == first || (all && one > other && argument > first);
  }
};

// Of a function or method of that name and number of arguments; none for others. `language` is named as in syntax::Tree.
std::optional<Effect> effect_of(std::string_view language, syntax::Symbol name, std::size_t arguments);

}  // namespace codelake::sast::flow
