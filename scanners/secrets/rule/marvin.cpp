// SPDX-License-Identifier: Apache-2.0
// Two words of 32 bits are seeded; every four bytes of the text (lowest first) are added to the first word,
// and the pair is mixed by rotations, additions and exclusive ors. The rest of the text, with a one bit
// behind it, is the last word; two more rounds of mixing follow. Public description: Microsoft patent US
// 20130262421, "Marvin".
#include "scanners/secrets/rule/marvin.h"

#include "core/check.h"

#include <bit>

namespace codelake::secrets {

namespace {

struct Words {
  std::uint32_t low = 0;
  std::uint32_t high = 0;

  void add(std::uint32_t word) {
    low += word;
    high ^= low;
    low = std::rotl(low, 20) + high;
    high = std::rotl(high, 9) ^ low;
    low = std::rotl(low, 27) + high;
    high = std::rotl(high, 19);
  }
};

std::uint32_t octet(char c) {
  return static_cast<unsigned char>(c);
}

}  // namespace

std::uint32_t marvin32(std::string_view bytes, std::string_view seed) {
  CODELAKE_CHECK(seed.size() == 8);
  Words words;
  for (const char c : seed.substr(0, 4)) words.high = words.high << 8U | octet(c);
  for (const char c : seed.substr(4)) words.low = words.low << 8U | octet(c);
  std::size_t at = 0;
  for (; at + 4 <= bytes.size(); at += 4) {
    words.add(octet(bytes[at]) | octet(bytes[at + 1]) << 8U | octet(bytes[at + 2]) << 16U |
              octet(bytes[at + 3]) << 24U);
  }
  std::uint32_t rest = 0x80U;
  for (std::size_t i = bytes.size(); i > at; --i) rest = rest << 8U | octet(bytes[i - 1]);
  words.add(rest);
  words.add(0);
  return words.low ^ words.high;
}

}  // namespace codelake::secrets
