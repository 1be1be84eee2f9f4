// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/window.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// Remembers texts by their hashes, the latest ones; of two that meet in one place the later.
class TextMemory {
 public:
  TextMemory();

  // The name of a text in the memory. Texts of another kind have other names.
  static std::uint64_t name_of(std::string_view text, std::uint64_t kind);

  bool holds(std::uint64_t name) const { return m_names[place_of(name)] == name; }
  void add(std::uint64_t name) { m_names[place_of(name)] = name; }

 private:
  static constexpr std::size_t k_names = std::size_t{1} << 17U;
  static std::size_t place_of(std::uint64_t name) { return name % k_names; }

  std::vector<std::uint64_t> m_names;  // zero: none
};

// Remembers pieces of texts that were searched and hold nothing, so that they are not searched again in another text. One
// for each thread.
class EmptyPieces {
 public:
  // What of some windows has to be searched: all but the pieces that are known. Requires windows in order, apart from each
  // other; gives such.
  std::vector<Window> unknown(std::string_view text, std::span<const Window> windows);
  // To be told what the search of the windows given last has found, and everywhere it might have.
  void learn(std::vector<Window> found);

 private:
  struct Piece {
    Window around;  // what is looked at for it
    std::uint64_t name = 0;
  };
  TextMemory m_empty;
  std::vector<Piece> m_asked;
};

}  // namespace codelake::secrets::history
