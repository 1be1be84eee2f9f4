// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml.h"

#include <string_view>

namespace codelake::sca {

// Parses the terms of Elixir and Erlang that lockfiles are written in: atoms, numbers, "strings",
// <<"binaries">>, {tuples}, [lists] and %{maps}, with comments after '#' or '%'. Tuples, lists and maps
// become sequences; "key: value" and "key => value" a sequence of two. Several terms in a row are one
// sequence. Broken text gives what could be read before the break; `complete` tells. Bounded at 64 levels.
struct BeamTerms {
  yaml::Node terms;
  bool complete = true;
  std::uint32_t broken_line = 0;
};
BeamTerms parse_beam_terms(std::string_view text);

}  // namespace codelake::sca
