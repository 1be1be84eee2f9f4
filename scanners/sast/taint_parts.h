// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/rule.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::sast {

// A source, sanitizer, propagator or sink that all rules share which write it alike: it is looked for once in a file.
struct SharedPart {
  enum class Role { source, sanitizer, propagator, sink };
  Role role = Role::source;
  std::size_t rule = 0;             // the first one that has it
  const TaintPart* part = nullptr;  // of that rule
};

// The parts of taint rules, equal ones once.
class SharedParts {
 public:
  // `rule` is the place of the rule among those added; the indices of its parts, in the order sources, sanitizers,
  // propagators, sinks.
  std::vector<std::size_t> add(std::size_t rule, const Rule& of);

  std::size_t size() const { return m_parts.size(); }
  const SharedPart& operator[](std::size_t index) const { return m_parts[index]; }

 private:
  std::vector<SharedPart> m_parts;
  std::unordered_map<std::string, std::size_t> m_by_key;
};

}  // namespace codelake::sast
