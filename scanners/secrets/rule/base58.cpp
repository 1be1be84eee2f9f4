// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/base58.h"

#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_text_max = 200;
constexpr std::size_t k_sum_size = 4;

// Takes a number as digits of base `from`, the highest first, to digits of base `to`; leading zeros are kept.
std::string rebased(std::string_view digits, unsigned from, unsigned to) {
  std::string low_first;
  for (const char digit : digits) {
    unsigned carry = static_cast<unsigned char>(digit);
    for (char& place : low_first) {
      carry += static_cast<unsigned char>(place) * from;
      place = static_cast<char>(carry % to);
      carry /= to;
    }
    for (; carry != 0; carry /= to) low_first += static_cast<char>(carry % to);
  }
  const std::size_t zeros = std::min(digits.find_first_not_of('\0'), digits.size());
  low_first.append(zeros, '\0');
  std::reverse(low_first.begin(), low_first.end());
  return low_first;
}

std::string sum_of(std::string_view bytes) {
  return bytes_of_hex(sha256_hex(bytes_of_hex(sha256_hex(bytes)))).substr(0, k_sum_size);
}

}  // namespace

std::string encode_base58_check(std::string_view bytes) {
  std::string out = rebased(std::string(bytes) + sum_of(bytes), 256, 58);
  for (char& digit : out) digit = k_base58[static_cast<unsigned char>(digit)];
  return out;
}

std::optional<std::string> decode_base58_check(std::string_view text) {
  if (text.size() > k_text_max) return std::nullopt;
  std::string digits;
  for (const char c : text) {
    const std::size_t value = k_base58.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    digits += static_cast<char>(value);
  }
  std::string bytes = rebased(digits, 58, 256);
  if (bytes.size() <= k_sum_size) return std::nullopt;
  const std::string sum = bytes.substr(bytes.size() - k_sum_size);
  bytes.resize(bytes.size() - k_sum_size);
  if (sum_of(bytes) != sum) return std::nullopt;
  return bytes;
}

}  // namespace codelake::secrets
