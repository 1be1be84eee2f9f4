// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/blocks.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/kernels.h"
#include "scanners/secrets/rule/route.h"
#include "scanners/secrets/window.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace codelake::secrets {

// Which bytes of some blocks are of runs (rule/route.h), of words ([0-9A-Za-z_]) and digits.
struct KindRows {
  BlockRows run{};
  BlockRows word{};
  BlockRows digit{};
};

// Places in some blocks, counted from the first; they are written several at a time.
struct RunPlaces {
  using Places = std::array<std::uint16_t, k_chunk_bytes + k_places_at_once>;

  std::span<const std::uint16_t> words() const { return std::span(word_places).first(word_count); }
  std::span<const std::uint16_t> values() const { return std::span(value_places).first(value_count); }

  Places word_places;   // where words begin from which on a run goes on for k_run_bytes
  Places value_places;  // where runs of so many bytes begin that are very long or hold a digit
  std::size_t word_count = 0;
  std::size_t value_count = 0;
};

// Where names (k_name_begins) of letters, digits and underscores begin among the 64 bytes from `at` on; the first is the
// lowest bit.
std::uint64_t name_begins(std::string_view text, std::size_t at);

// Goes over the places of a text where runs of at least k_run_bytes begin, or words in such runs.
class Runs {
 public:
  Runs(std::string_view text, Window window) : m_text(text), m_window(window) {}

  // A stretch after the other, calls words(begin, places) with the places where words begin from which on a run goes on
  // that long, counted from `begin`, then value(at) for each place where a run begins that is very long or holds a digit.
  // Only places in the window, in order; what stands around it counts.
  template <class Words, class Value>
  void visit_all(const Words& words, const Value& value) {
    if (m_window.begin > 0) look_back(m_text[m_window.begin - 1]);
    for (std::size_t at = m_window.begin; at < m_window.end; at += k_chunk_bytes) {
      find(at, std::min(k_chunk_bytes, m_window.end - at));
      words(at, m_places.words());
      for (const std::uint16_t place : m_places.values()) value(at + place);
    }
  }

 private:
  void look_back(char before);
  void find(std::size_t begin, std::size_t bytes);

  std::string_view m_text;
  Window m_window;
  KindRows m_kinds;
  RunPlaces m_places;
};

}  // namespace codelake::secrets
