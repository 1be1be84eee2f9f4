// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/expression.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codelake::secrets {

// A byte of an expression, and which may follow it.
struct Step {
  ByteSet bytes;
  std::vector<std::uint32_t> next;
  bool last = false;  // a match may end here
  std::uint32_t rule = 0;
};

// Marks are no longer than this, in bytes.
constexpr std::size_t k_mark_bytes = 12;

// A text that a match holds.
struct Mark {
  std::vector<ByteSet> bytes;        // two or more
  std::size_t before_max = 0;        // bytes of a match before it at most
  std::vector<std::uint32_t> steps;  // those its last byte may be
};

// Of an expression whose steps are made.
struct Marks {
  std::vector<Mark> list;  // every match holds one of them
  std::size_t length_max = 0;  // of a match, in bytes
};

// Adds the steps of `pattern` to `steps`, as those of `rule`. std::nullopt where no rare text stands in every match,
// or the expression is too large; `steps` is then of no use.
std::optional<Marks> add_steps(const std::string& pattern, std::uint32_t rule, std::vector<Step>& steps);

}  // namespace codelake::secrets
