// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/expression.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace codelake::secrets {

// What is looked for in place of many rules: texts of which each match of a rule holds one ("secret", "token"), and
// for each text what may stand after it. The expressions of the rules are steps, one for each byte, and which step
// may follow which; the search is tail_search.h.
class Tails {
 public:
  // Marks are no longer than this, in bytes.
  static constexpr std::size_t k_mark_bytes = 8;

  struct Step {
    ByteSet bytes;
    std::vector<std::uint32_t> next;
    bool last = false;  // a match may end here
    std::uint32_t rule = 0;
  };
  struct Mark {
    std::vector<ByteSet> bytes;        // three or more
    std::size_t before_max = 0;        // bytes of a match before it at most, in the expression it is from
    std::vector<std::uint32_t> steps;  // those its last byte may be
  };
  // A rule by its number, and the expression that its matches begin with.
  struct Sought {
    std::uint32_t rule = 0;
    std::string pattern;
  };

  Tails() = default;
  explicit Tails(const std::vector<Sought>& sought);

  // Whether the matches of an expression can be found so.
  static bool suit(const std::string& pattern);

  // One expression for each mark.
  std::vector<std::string> mark_expressions() const;
  const std::vector<Mark>& marks() const { return m_marks; }
  const std::vector<Step>& steps() const { return m_steps; }
  // Bytes of a match of a rule before the mark it holds, at most.
  std::size_t before_max(std::size_t rule) const { return m_before_max[rule]; }
  // Bytes from a mark on that a match can have.
  std::size_t length_max() const { return m_length_max; }
  // Tells one set of tails from every other of the process.
  std::uint64_t serial() const { return m_serial; }

 private:
  void add(const Mark& mark);

  std::vector<Step> m_steps;
  std::vector<Mark> m_marks;
  std::vector<std::size_t> m_before_max;  // by rule
  std::size_t m_length_max = 0;
  std::uint64_t m_serial = 0;
};

}  // namespace codelake::secrets
