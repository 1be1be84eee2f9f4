// SPDX-License-Identifier: Apache-2.0
// Is a text written or drawn? Both stories are priced in bits, and the cheaper one is believed. Written text
// is cheap because letters follow each other as in words: "forgotPassword" costs about 4 bits a letter, while
// as a draw from 52 letters it would cost 5.7. For "x7Kq2ZpW9vRt" it is the other way round: rare pairs, and
// a price for every change between letters and digits or of letter case inside a word.
#include "scanners/secrets/likelihood.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace codelake::secrets {

namespace {

// -log2 of how often a letter begins a word (first row) or follows another (row of the first, column of the
// second), counted over the words of source code and documentation, 9 at most.
constexpr std::array<std::string_view, 27> k_letter_bits = {
    "45444555476545547434566787", "75448759596353959343667768", "36673777358377479546388859",
    "37573793594478279563589879", "45652678378577469547468779", "47435568799453757334866569",
    "47653378278467379455488959", "48682654398564479347479978", "27762799398667378454578969",
    "55455559998452359543959795", "37763787566656356738375866", "46672676397465567635566969",
    "37652788397377369855579949", "25772889398657439856589969", "48443538486776479733569979",
    "65448669696442549354455889", "37673886498378349354479969", "65676797796467887555167798",
    "37552759396656379544568959", "58463784396567558742487968", "38672784299577479345588859",
    "54564559599443749333989788", "27681887399677479867788989", "27763774397574368446777878",
    "56453586388657629653878468", "46574568487444538534676946", "37671676498556477656577655"};

constexpr double k_digit = 3.3;
constexpr double k_next_digit = 1.5;  // the same again, or one more or less: "1234", "2000"
constexpr double k_separator = 2.0;
constexpr double k_symbol = 5.0;
constexpr double k_change = 2.5;    // between letters and digits
constexpr double k_new_word = 1.0;  // after a separator, or an upper-case letter after a lower-case one
constexpr double k_odd_case = 3.0;  // any other change of letter case

enum class Kind { start, lower, upper, digit, separator, symbol };

Kind kind_of(char c) {
  if (c >= 'a' && c <= 'z') return Kind::lower;
  if (c >= 'A' && c <= 'Z') return Kind::upper;
  if (c >= '0' && c <= '9') return Kind::digit;
  return std::string_view("-_./: ,;=").find(c) == std::string_view::npos ? Kind::symbol : Kind::separator;
}

bool is_letter(Kind kind) {
  return kind == Kind::lower || kind == Kind::upper;
}
std::size_t letter_index(char c) {
  return static_cast<std::size_t>((c | 0x20) - 'a');
}
double price(std::size_t row, char c) {
  return k_letter_bits[row][letter_index(c)] - '0';
}

// One letter, after the letter before it; `run` is the number of letters of this word so far.
double letter_bits(char before, char c, std::size_t run) {
  const Kind from = kind_of(before);
  const Kind to = kind_of(c);
  const double pair = price(letter_index(before) + 1, c);
  if (from == to) return pair;
  if (to == Kind::upper) return price(0, c) + (run >= 2 ? k_new_word : k_odd_case);
  return pair + (run == 1 ? 0.0 : k_odd_case);
}

double digit_bits(char before, char c) {
  if (kind_of(before) != Kind::digit) return k_digit + (is_letter(kind_of(before)) ? k_change : 0.0);
  return std::abs(before - c) <= 1 ? k_next_digit : k_digit;
}

}  // namespace

double shannon_bits(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  const auto total = static_cast<double>(text.size());
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / total;
    bits -= share * std::log2(share);
  }
  return bits;
}

double written_bits(std::string_view text) {
  double bits = 0;
  std::size_t run = 0;
  char before = '-';
  for (const char c : text) {
    const Kind kind = kind_of(c);
    if (is_letter(kind)) {
      const bool fresh = !is_letter(kind_of(before));
      bits += fresh ? price(0, c) + (kind_of(before) == Kind::digit ? k_change : k_new_word)
                    : letter_bits(before, c, run);
      const bool new_word = fresh || (kind == Kind::upper && kind_of(before) == Kind::lower);
      run = new_word ? 1 : run + 1;
    } else {
      run = 0;
      if (kind == Kind::digit)
        bits += digit_bits(before, c);
      else
        bits += kind == Kind::separator ? k_separator : k_symbol;
    }
    before = c;
  }
  return bits;
}

double drawn_bits(std::string_view text) {
  bool letters = false;
  bool beyond_hex = false;
  bool lower = false;
  bool upper = false;
  bool digits = false;
  bool others = false;
  for (const char c : text) {
    const Kind kind = kind_of(c);
    letters = letters || is_letter(kind);
    beyond_hex = beyond_hex || (is_letter(kind) && letter_index(c) > 5);
    lower = lower || kind == Kind::lower;
    upper = upper || kind == Kind::upper;
    digits = digits || kind == Kind::digit;
    others = others || kind == Kind::separator || kind == Kind::symbol;
  }
  double size = 0;
  if (letters && !beyond_hex && digits && lower != upper)
    size = 16;
  else
    size = (lower ? 26 : 0) + (upper ? 26 : 0) + (digits ? 10 : 0);
  if (others) size += 2;
  return static_cast<double>(text.size()) * std::log2(std::max(size, 2.0));
}

}  // namespace codelake::secrets
