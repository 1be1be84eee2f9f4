// SPDX-License-Identifier: Apache-2.0
//
// Functions of standard libraries that give what they read through an argument. Example: behind `json.Unmarshal(data, &order)` the
// order holds what the data held.
#include "scanners/sast/flow/effects.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace codelake::sast::flow {

using syntax::Symbol;
using syntax::symbol_of;

namespace {

struct Known {
  std::string_view language;  // "c" stands for C++, too
  std::string_view name;
  Effect effect;
};

constexpr std::int8_t k_object = Effect::k_receiver;

constexpr std::array k_known = {
    Known{"go", "Unmarshal", {1, 0, false}},       Known{"go", "Decode", {0, k_object, false}},  Known{"go", "Copy", {0, 1, false}},
    Known{"go", "CopyN", {0, 1, false}},           Known{"go", "CopyBuffer", {0, 1, false}},     Known{"go", "WriteString", {0, 1, false}},
    Known{"go", "Fprintf", {0, 1, true}},          Known{"go", "Fprint", {0, 1, true}},          Known{"go", "Fprintln", {0, 1, true}},
    Known{"go", "Sscanf", {2, 0, true}},           Known{"go", "Sscan", {1, 0, true}},           Known{"go", "Sscanln", {1, 0, true}},
    Known{"go", "Fscanf", {2, 0, true}},           Known{"go", "Fscan", {1, 0, true}},           Known{"go", "Fscanln", {1, 0, true}},
    Known{"go", "ReadFull", {1, 0, false}},        Known{"go", "Read", {0, k_object, false}},    Known{"go", "Scan", {0, k_object, true}},
    Known{"go", "copy", {0, 1, false}},            Known{"go", "ReadFrom", {k_object, 0, false}}, Known{"go", "WriteTo", {0, k_object, false}},
    Known{"c", "strcpy", {0, 1, false}},           Known{"c", "strncpy", {0, 1, false}},         Known{"c", "strcat", {0, 1, false}},
    Known{"c", "strncat", {0, 1, false}},          Known{"c", "strlcpy", {0, 1, false}},         Known{"c", "strlcat", {0, 1, false}},
    Known{"c", "memcpy", {0, 1, false}},           Known{"c", "memmove", {0, 1, false}},         Known{"c", "sprintf", {0, 1, true}},
    Known{"c", "snprintf", {0, 2, true}},          Known{"c", "sscanf", {2, 0, true}},           Known{"c", "getline", {1, 0, false}},
    Known{"c", "fgets", {0, 2, false}},            Known{"c", "read", {1, 0, false}},            Known{"c", "recv", {1, 0, false}},
    Known{"c", "fread", {0, 3, false}},            Known{"php", "preg_match", {2, 1, false}},    Known{"php", "preg_match_all", {2, 1, false}},
    Known{"php", "parse_str", {1, 0, false}},      Known{"php", "mb_parse_str", {1, 0, false}},  Known{"php", "sscanf", {2, 0, true}},
    Known{"csharp", "TryGetValue", {1, k_object, false}},  Known{"java", "arraycopy", {2, 0, false}},  Known{"java", "read", {0, k_object, false}},
    Known{"python", "readinto", {0, k_object, false}},
};

}  // namespace

std::optional<Effect> effect_of(std::string_view language, Symbol name, std::size_t arguments) {
  static const auto k_by_name = [] {
    std::unordered_multimap<Symbol, const Known*> all;
    for (const Known& each : k_known) all.emplace(symbol_of(each.name), &each);
    return all;
  }();
  const auto [first, last] = k_by_name.equal_range(name);
  for (auto each = first; each != last; ++each) {
    const Known& known = *each->second;
    const bool same = known.language == language || (known.language == "c" && language == "cpp");
    if (same && std::max(known.effect.to, known.effect.from) < static_cast<int>(arguments)) return known.effect;
  }
  return std::nullopt;
}

}  // namespace codelake::sast::flow
