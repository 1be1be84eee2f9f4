// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/engine.h"
#include "scanners/secrets/history/delta.h"
#include "scanners/secrets/history/known_pieces.h"
#include "scanners/secrets/history/hidden_search.h"
#include "scanners/secrets/history/object_id.h"
#include "scanners/secrets/inspect.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// What is known of a blob that was searched: enough to search a blob that is stored as a change of it by looking at the
// changes.
struct Sighted {
  bool whole = false;         // false: nothing is known (it is binary, too large, or holds too many candidates)
  std::size_t size = 0;       // bytes of the blob
  std::vector<Mark> marks;    // sorted
  std::vector<Mark> encoded;  // likewise; what stands in texts encoded there
  std::vector<Window> far;    // sorted, none in another: stretches around which a change inside makes us look again
};

// A blob that holds a candidate.
struct Candidate {
  ObjectId blob;
  Sign sign;

  auto operator<=>(const Candidate&) const = default;
};

// Numbers of a search.
struct SearchNumbers {
  std::uint64_t blobs = 0;
  std::uint64_t bytes = 0;          // of these blobs
  std::uint64_t bytes_searched = 0; // near changes
  std::uint64_t bytes_known = 0;    // of these, in pieces that were met before; depends on the threads
  std::uint64_t binary = 0;
  std::uint64_t incomplete = 0;     // a limit ended the search

  void add(const SearchNumbers& other);
};

enum class SearchMode { windows, whole };

// Looks for candidates in blobs whose path is not known yet. One for each thread.
class BlobSearch {
 public:
  explicit BlobSearch(const Inspection& inspection, SearchMode mode = SearchMode::windows)
      : m_inspection(inspection), m_mode(mode), m_numbers(inspection), m_keys(inspection), m_hidden(inspection) {}

  // A blob by itself.
  Sighted search(const ObjectId& id, std::string_view bytes);
  // A blob that is made of stretches of another, of which `base` is known.
  Sighted search(const ObjectId& id, std::string_view bytes, const std::vector<Stretch>& stretches, const Sighted& base);

  std::vector<Candidate> candidates;  // of all blobs so far
  SearchNumbers numbers;

 private:
  // What to look at in a text: in itself, and for texts encoded in it.
  struct Windows {
    std::vector<Window> text;
    std::vector<Window> encoded;
  };
  static Windows all_of(std::string_view text) { return {{{0, text.size()}}, {{0, text.size()}}}; }
  Sighted look(const ObjectId& id, std::string_view text, const Windows& windows, Sighted known);
  // Searches some windows and adds what is found to `sighted`. False when a limit ended the search.
  bool search_windows(std::string_view text, const std::vector<Window>& windows, Sighted& sighted);
  void add_marks(std::string_view text, const Hits& hits, std::size_t engine, Sighted& sighted);
  void add_candidates(const ObjectId& id, std::vector<Sign> signs);

  const Inspection& m_inspection;
  SearchMode m_mode;
  RuleNumbers m_numbers;
  ValueKeys m_keys;
  HiddenSearch m_hidden;
  KnownPieces m_pieces;
  TextMemory m_nothing_encoded;
};

}  // namespace codelake::secrets::history
