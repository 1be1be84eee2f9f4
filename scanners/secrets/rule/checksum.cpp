// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

// Appends the bits of characters, `bits` each, as whole bytes; left-over bits are dropped.
class BitReader {
 public:
  explicit BitReader(unsigned bits) : m_bits(bits) {}
  void add(std::size_t value) {
    m_pending = m_pending << m_bits | static_cast<std::uint32_t>(value);
    m_count += m_bits;
    if (m_count < 8) return;
    m_count -= 8;
    m_out += static_cast<char>(m_pending >> m_count & 0xFFU);
    m_pending &= (1U << m_count) - 1U;
  }
  std::string take() { return std::move(m_out); }

 private:
  unsigned m_bits;
  unsigned m_count = 0;
  std::uint32_t m_pending = 0;
  std::string m_out;
};

// `bits` bits at a time, each group one character; the last group is filled up with zeros.
std::string in_characters(std::string_view bytes, std::string_view alphabet, unsigned bits) {
  std::string out;
  std::uint32_t pending = 0;
  unsigned count = 0;
  for (const char c : bytes) {
    pending = pending << 8U | static_cast<unsigned char>(c);
    for (count += 8; count >= bits; count -= bits)
      out += alphabet[pending >> (count - bits) & ((1U << bits) - 1U)];
    pending &= (1U << count) - 1U;
  }
  if (count > 0) out += alphabet[pending << (bits - count) & ((1U << bits) - 1U)];
  return out;
}

std::uint32_t bech32_step(std::uint32_t residue, std::uint32_t value) {
  constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                      0x2a1462b3};
  const std::uint32_t top = residue >> 25U;
  residue = (residue & 0x1ffffffU) << 5U ^ value;
  for (std::size_t i = 0; i < generator.size(); ++i) {
    if ((top >> i & 1U) != 0) residue ^= generator[i];
  }
  return residue;
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

std::string in_base(std::uint64_t number, std::string_view alphabet, std::size_t width) {
  std::string digits;
  for (; number != 0; number /= alphabet.size()) digits += alphabet[number % alphabet.size()];
  while (digits.size() < width) digits += alphabet.front();
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string hex_of(std::uint32_t number) {
  return in_base(number, "0123456789abcdef", 8);
}

std::string hex_of_little_endian(std::uint32_t number) {
  const std::string big = hex_of(number);
  return big.substr(6, 2) + big.substr(4, 2) + big.substr(2, 2) + big.substr(0, 2);
}

std::optional<std::string> decode_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  BitReader reader(6);
  for (const char c : text) {
    std::size_t value = k_base64.find(c);
    if (value == std::string_view::npos) value = k_base64url.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    reader.add(value);
  }
  return reader.take();
}

std::string encode_base64(std::string_view bytes, std::string_view alphabet) {
  return in_characters(bytes, alphabet, 6);
}

std::string encode_base32(std::string_view bytes) {
  return in_characters(bytes, k_base32, 5);
}

std::uint16_t crc16(std::string_view bytes) {
  std::uint32_t crc = 0;
  for (const char c : bytes) {
    crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8U;
    for (int bit = 0; bit < 8; ++bit) crc = crc << 1U ^ (0x1021U & (0U - (crc >> 15U & 1U)));
    crc &= 0xFFFFU;
  }
  return static_cast<std::uint16_t>(crc);
}

std::string bytes_of_hex(std::string_view hex) {
  constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const std::size_t high = digits.find(hex[i]);
    const std::size_t low = digits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) break;
    out += static_cast<char>((high & 15U) << 4U | (low & 15U));
  }
  return out;
}

std::optional<std::string> decode_base32(std::string_view text) {
  BitReader reader(5);
  for (const char c : text) {
    const std::size_t value = k_base32.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    reader.add(value);
  }
  return reader.take();
}

std::uint32_t bech32_residue(std::string_view prefix, std::string_view data) {
  std::uint32_t residue = 1;
  for (const char c : prefix) residue = bech32_step(residue, static_cast<unsigned char>(c) >> 5U);
  residue = bech32_step(residue, 0);
  for (const char c : prefix) residue = bech32_step(residue, static_cast<unsigned char>(c) & 31U);
  for (const char c : data) {
    const std::size_t value = k_bech32.find(c);
    if (value == std::string_view::npos) return 0;
    residue = bech32_step(residue, static_cast<std::uint32_t>(value));
  }
  return residue;
}

}  // namespace codelake::secrets
