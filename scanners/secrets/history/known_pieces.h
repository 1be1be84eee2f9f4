// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/window.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// Remembers by the hash of a text where in it something is; the latest texts, of two that meet in one place the later.
class TextMemory {
 public:
  // A stretch of a text, counted from its beginning.
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  // The name of a text in the memory. Texts of another kind have other names.
  static std::uint64_t name_of(std::string_view text, std::uint64_t kind);

  bool holds(std::uint64_t name) const { return !m_entries.empty() && m_entries[name % k_entries].name == name; }
  // Requires that the memory holds it. Until the next text is added.
  std::span<const Place> places(std::uint64_t name) const;
  void add(std::uint64_t name, std::span<const Place> places = {});

 private:
  static constexpr std::size_t k_entries = std::size_t{1} << 15U;
  static constexpr std::size_t k_places_max = std::size_t{1} << 18U;
  struct Entry {
    std::uint64_t name = 0;  // zero: none
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  std::vector<Entry> m_entries;  // by the lower bits of the name; none before the first text
  std::vector<Place> m_places;
};

// Remembers pieces of texts that were searched, and by which places in them something was found, so that of a piece that
// stands in another text again only these are searched. One for each thread.
class KnownPieces {
 public:
  // What of some windows has to be searched. Requires windows in order, apart from each other; gives such.
  std::vector<Window> unknown(std::string_view text, std::span<const Window> windows);
  // To be told what the search of the windows given last has found, by Hits::hot.
  void learn(std::vector<Window> hot);

 private:
  struct Piece {
    Window around;  // what is looked at for it
    std::uint64_t name = 0;
  };
  void add_known(std::string_view text, const Piece& piece, std::vector<Window>& asked) const;

  TextMemory m_memory;
  std::vector<Piece> m_asked;
};

}  // namespace codelake::secrets::history
