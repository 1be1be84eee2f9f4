// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/settings/settings_calls.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace codelake::sast {

using syntax::Symbol;
using syntax::symbol_of;

namespace {

enum class Use { none, fills, gives, fills_or_gives, asks };
using Row = std::pair<std::string_view, Use>;

// Java, Python, JavaScript, Ruby, PHP, C#, Go.
constexpr std::array k_names = {
    Row{"load", Use::fills_or_gives},   Row{"read", Use::fills},              Row{"read_file", Use::fills},
    Row{"loadFromXML", Use::fills},     Row{"from_file", Use::gives},         Row{"safe_load", Use::gives},
    Row{"full_load", Use::gives},       Row{"load_file", Use::gives},         Row{"safe_load_file", Use::gives},
    Row{"parse", Use::gives},           Row{"loads", Use::gives},             Row{"parseString", Use::gives},
    Row{"parseFile", Use::gives},       Row{"require", Use::gives},           Row{"json_decode", Use::gives},
    Row{"dotenv_values", Use::gives},   Row{"parse_ini_file", Use::gives},    Row{"yaml_parse_file", Use::gives},
    Row{"parseYaml", Use::gives},       Row{"getProperty", Use::asks},        Row{"get", Use::asks},
    Row{"getString", Use::asks},        Row{"getInt", Use::asks},             Row{"getInteger", Use::asks},
    Row{"getBoolean", Use::asks},       Row{"getint", Use::asks},             Row{"getboolean", Use::asks},
    Row{"fetch", Use::asks},            Row{"dig", Use::asks},                Row{"GetValue", Use::asks},
    Row{"GetString", Use::asks},        Row{"GetInt", Use::asks},             Row{"GetBool", Use::asks}};

auto sorted_names() {
  std::array<std::pair<Symbol, Use>, k_names.size()> sorted;
  std::transform(k_names.begin(), k_names.end(), sorted.begin(), [](const Row& row) { return std::pair(symbol_of(row.first), row.second); });
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

Use use_of(Symbol name) {
  static const auto k_sorted = sorted_names();
  const auto found = std::lower_bound(k_sorted.begin(), k_sorted.end(), std::pair(name, Use::none));
  return found == k_sorted.end() || found->first != name ? Use::none : found->second;
}

}  // namespace

bool fills_settings(Symbol name) {
  const Use use = use_of(name);
  return use == Use::fills || use == Use::fills_or_gives;
}

bool gives_settings(Symbol name) {
  const Use use = use_of(name);
  return use == Use::gives || use == Use::fills_or_gives;
}

bool asks_settings(Symbol name) { return use_of(name) == Use::asks; }

}  // namespace codelake::sast
