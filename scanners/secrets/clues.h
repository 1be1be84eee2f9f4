// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"
#include "scanners/secrets/engine.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace codelake::secrets {

// What is seen at a value that stands where a secret could: the value itself, the name it is given to, and
// where the two stand. The order is that of k_clue_infos and of the weights.
enum class Clue : std::size_t {
  constant,
  length,
  short_value,
  letter_bits,
  letter_evidence,
  no_letters,
  drawn_share,
  mixed_case,
  digits,
  digits_only,
  symbols,
  spaces,
  classes,
  changes,
  distinct,
  joined_words,
  upper_name,
  dotted,
  hyphenated,
  hex,
  digest_size,
  long_base64,
  says_name,
  stock_word,
  sentence_end,
  not_ascii,
  name_exact,
  name_ends,
  name_means_other,
  name_password,
  name_secret,
  name_token,
  name_key,
  name_auth,
  name_salt,
  name_upper,
  name_dotted,
  quoted,
  assigned,
  called,
  spaced,
  listed,
  program,
  configuration,
  document,
  test,
  comment,
  sample_line,
  long_line,
  quoted_program,
  plain_program,
  plain_word,
  word_in_test,
  address,
  count_,
};

constexpr std::size_t k_clues = static_cast<std::size_t>(Clue::count_);

using Clues = std::array<double, k_clues>;

// What is said of a clue, in fits and in messages.
struct ClueInfo {
  std::string_view name;
  std::string_view says;  // why it speaks for a secret; empty: not worth a word
};
extern const std::array<ClueInfo, k_clues> k_clue_infos;

// The clues at the match `hit` of `file`; each between about -10 and 10, 0 when it is not there.
Clues clues_of(const SourceFile& file, const Hit& hit);

// The name the value of a match is given to, in lower case: the word that ends where the match's keyword
// ends.
std::string name_of(std::string_view text, const Hit& hit);

// Whether the value stands in quotes, or inside a quoted text or comment, of its line: where the rest of a
// program's text is code.
bool stands_in_text(std::string_view text, const Hit& hit);

// Whether the file is there to be read: prose, with markup or without.
bool is_document(const SourceFile& file);

// Whether the line of the match is as long as those of programs that were made small.
bool is_on_long_line(std::string_view text, const Hit& hit);

// Whether the line of a match says that it shows an example.
bool is_sample_line(std::string_view text, const Hit& hit);

// Whether what is neither quoted nor a comment in this file is code.
bool is_program(const SourceFile& file);

}  // namespace codelake::secrets
