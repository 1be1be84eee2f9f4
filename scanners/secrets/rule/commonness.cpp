// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/commonness.h"

#include <array>

namespace codelake::secrets {

namespace {

// Shares of all bytes of program texts; of letters, times a thousandth of all letters.
constexpr double k_lower_case = 0.00058;
constexpr double k_upper_case = 0.00007;
constexpr double k_digit = 0.004;
constexpr double k_space = 0.18;
constexpr double k_joint = 0.015;  // what joins words
constexpr double k_line_break = 0.03;
constexpr double k_other = 0.005;
constexpr double k_beyond = 0.0005;  // control characters and bytes of UTF-8

double commonness_of(unsigned c) {
  constexpr std::array<unsigned char, 26> letters = {70, 15, 35, 35, 110, 22, 20, 25, 65, 3,  8,  40, 27,
                                                     65, 65, 28, 2,  60, 60,  80, 28, 10, 12, 8,  15, 3};
  const unsigned letter = (c | 0x20U) - 'a';
  if (letter < letters.size()) return ((c & 0x20U) != 0 ? k_lower_case : k_upper_case) * letters[letter];
  if (c >= '0' && c <= '9') return k_digit;
  if (c == ' ') return k_space;
  if (c == '.' || c == '_' || c == '-' || c == '/') return k_joint;
  if (c == '\n') return k_line_break;
  return (c > ' ' && c < 0x7F) || c == '\t' ? k_other : k_beyond;
}

}  // namespace

double commonness_of(const ByteSet& bytes) {
  double sum = 0;
  for (unsigned c = 0; c < 256; ++c) {
    if (bytes[c]) sum += commonness_of(c);
  }
  return sum;
}

}  // namespace codelake::secrets
