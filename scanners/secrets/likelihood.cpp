// SPDX-License-Identifier: Apache-2.0
// Is a text written or drawn? Both stories are priced in bits, and the cheaper one is believed. Written text
// is cheap because letters follow each other as in words: "forgotPassword" costs about 4 bits a letter, while
// as a draw from 52 letters it would cost 5.7. For "x7Kq2ZpW9vRt" it is the other way round: rare pairs, and
// a price for every change between letters and digits or of letter case inside a word.
#include "scanners/secrets/likelihood.h"

#include "scanners/secrets/letters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace codelake::secrets {

namespace {

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
constexpr std::size_t k_edge = 26;  // before the first letter of a word, and after its last

// The price of letters one after the other, each by the two before it in its word.
class Letters {
 public:
  void start() { m_first = m_second = k_edge; }

  double next(std::size_t letter) {
    const double bits = price(letter);
    m_first = m_second;
    m_second = letter;
    return bits;
  }

  double end() const { return price(k_edge); }

 private:
  double price(std::size_t letter) const {
    const char digit = k_letter_prices[(m_first * 27 + m_second) * 27 + letter];
    return 0.5 * (digit <= '9' ? digit - '0' : digit - 'A' + 10);
  }

  std::size_t m_first = k_edge;
  std::size_t m_second = k_edge;
};

// What a letter costs besides being this letter, after the character before it; `run` is the number of
// letters of its word so far.
double change_bits(Kind from, Kind to, std::size_t run) {
  if (!is_letter(from)) return from == Kind::digit ? k_change : k_new_word;
  if (from == to) return 0;
  if (to == Kind::upper) return run >= 2 ? k_new_word : k_odd_case;
  return run == 1 ? 0 : k_odd_case;
}

double digit_bits(char before, char c) {
  if (kind_of(before) != Kind::digit) return k_digit + (is_letter(kind_of(before)) ? k_change : 0.0);
  return std::abs(before - c) <= 1 ? k_next_digit : k_digit;
}

double bits_of_count(std::size_t count) {
  return count == 0 ? 0 : static_cast<double>(count) * std::log2(static_cast<double>(count));
}

}  // namespace

// log2(n) less the mean of log2(count) over all n characters. A character that is met for the nth time makes the sum of
// count * log2(count) greater by what the table says.
double shannon_bits(std::string_view text) {
  if (text.empty()) return 0;
  constexpr std::size_t known = 64;
  static const std::array<double, known> rises = [] {
    std::array<double, known> made{};
    for (std::size_t i = 1; i < known; ++i) made[i] = bits_of_count(i) - bits_of_count(i - 1);
    return made;
  }();
  std::array<std::uint32_t, 256> counts{};
  double sum = 0;
  for (const char c : text) {
    const std::size_t count = ++counts[static_cast<unsigned char>(c)];
    sum += count < known ? rises[count] : bits_of_count(count) - bits_of_count(count - 1);
  }
  const auto total = static_cast<double>(text.size());
  return std::log2(total) - sum / total;
}

double written_bits(std::string_view text) {
  double bits = 0;
  std::size_t run = 0;
  char before = '-';
  Letters letters;
  for (const char c : text) {
    const Kind kind = kind_of(c);
    const Kind from = kind_of(before);
    if (is_letter(kind)) {
      const bool new_word = !is_letter(from) || (kind == Kind::upper && from == Kind::lower);
      if (new_word) letters.start();
      bits += change_bits(from, kind, run) + letters.next(letter_index(c));
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

double letter_bits(std::string_view text) {
  double bits = 0;
  std::size_t prices = 0;
  Letters letters;
  Kind before = Kind::separator;
  const auto close = [&] {
    if (!is_letter(before)) return;
    bits += letters.end();
    ++prices;
    letters.start();
  };
  for (const char c : text) {
    const Kind kind = kind_of(c);
    if (!is_letter(kind) || (kind == Kind::upper && before == Kind::lower)) close();
    before = kind;
    if (!is_letter(kind)) continue;
    bits += letters.next(letter_index(c));
    ++prices;
  }
  close();
  return prices == 0 ? 0 : bits / static_cast<double>(prices);
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
