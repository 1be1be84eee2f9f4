// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/known_pieces.h"
#include "scanners/secrets/inspect.h"
#include "scanners/secrets/window.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::secrets::history {

// A candidate for a secret of some blob.
struct Sign {
  // In place of a rule: the only value of a text, which is a secret if its path says so; and a keystore.
  static constexpr std::uint32_t k_lone_value = 0xFFFF'FFFF;
  static constexpr std::uint32_t k_keystore = 0xFFFF'FFFE;

  std::uint64_t key = 0;   // a keyed hash of its value
  std::uint32_t rule = 0;  // number in a RuleTable of the inspection

  bool by_rule() const { return rule < k_keystore; }

  auto operator<=>(const Sign&) const = default;
};

// A candidate for a secret in the text of a blob, and where it stands.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Sign sign;

  auto operator<=>(const Mark&) const = default;
};

// The keyed hashes by which values are told apart; those of the latest values are remembered. One for each thread. The
// inspection must outlive it.
class ValueKeys {
 public:
  explicit ValueKeys(const Inspection& inspection);
  std::uint64_t of(std::string_view value);

 private:
  struct Known {
    std::uint64_t name = 0;  // a hash of the value
    std::uint64_t key = 0;
  };

  const Inspection& m_inspection;
  std::vector<Known> m_known;  // by the name's lower bits
};

// Gives the rules of an inspection's engines their numbers. The inspection must outlive it.
class RuleNumbers {
 public:
  explicit RuleNumbers(const Inspection& inspection);
  // Requires a rule of the engine at this place.
  std::uint32_t of(const Rule* rule, std::size_t engine) const;

 private:
  const Inspection& m_inspection;
  std::vector<std::uint32_t> m_first;  // for each engine
};

// Looks for candidates that are not bytes of a blob as such: in texts encoded in it, in archives, and values and keystores
// that are the blob. One for each thread. Gives more than a look at the file under its path would, never less.
class HiddenSearch {
 public:
  explicit HiddenSearch(const Inspection& inspection)
      : m_inspection(inspection), m_numbers(inspection), m_keys(inspection) {}

  // Adds those encoded in some windows of a text to `marks`, where the encoded texts stand. Requires windows that begin and
  // end where parts are apart (encoded.h). Pieces in `empty` are passed over, others that hold nothing are added to it.
  void encoded(std::string_view text, std::span<const Window> windows, std::vector<Mark>& marks, TextMemory* empty = nullptr);
  // Adds the value that is all of a text to `signs`.
  void lone(std::string_view text, std::vector<Sign>& signs);
  // Adds those of bytes that are no text.
  void binary(std::string_view bytes, std::vector<Sign>& signs);

 private:
  void encoded_piece(std::string_view text, const Window& piece, std::vector<Mark>& marks);
  const std::vector<Sign>& decoded(std::string_view text, int depth);
  void plain(std::string_view text, std::vector<Sign>& signs);

  const Inspection& m_inspection;
  RuleNumbers m_numbers;
  ValueKeys m_keys;
  std::unordered_map<std::uint64_t, std::vector<Sign>> m_known;  // decoded texts that were looked at, by hash
};

}  // namespace codelake::secrets::history
