// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compliance/check_type.h"
#include "compliance/pass_condition.h"
#include "core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::compliance {

// How much of a control code can show at all.
enum class Assessable { full, partial, supporting, none };
std::string_view to_text(Assessable assessable);

struct Control {
  std::string id;
  std::string name;         // our own words, like every text here
  std::string category;
  std::string description;
  CheckType check_type = CheckType::secrets;  // decides whether the control can be assessed
  std::vector<CheckType> also;                // checks whose findings count too
  std::vector<int> cwe;     // findings with one of these count; ascending; families are spelled out
  PassCondition pass_condition;
  int minor_max = 2;        // up to so many medium or low findings are partial, more fail
  Assessable assessable = Assessable::partial;
};

struct Framework {
  std::string key;           // "soc2"
  std::string name;
  std::string description;   // one line
  std::string version;       // the edition the control ids are from
  std::string source_url;
  int partial_weight = 500;  // what a partial control is worth, in thousandths of a pass
  bool custom = false;
  std::vector<Control> controls;  // at least one; ids are unique

  const Control* find(std::string_view control_id) const;
};

constexpr std::size_t k_framework_bytes_max = 1U << 20;
constexpr std::size_t k_framework_controls_max = 1000;

// Reads one framework file (docs: compliance/frameworks/*.yaml are the examples). Strict: an unknown key, check type,
// CWE family or pass condition is a usage error that names `name`, the line and the nearest known word.
Result<Framework> parse_framework(std::string_view text, const std::string& name);

// The frameworks compiled into the program, by key.
Result<std::vector<Framework>> builtin_frameworks();

}  // namespace codelake::compliance
