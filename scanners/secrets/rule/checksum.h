// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets {

inline constexpr std::string_view k_base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view k_base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view k_base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
inline constexpr std::string_view k_base64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
inline constexpr std::string_view k_base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// CRC-32 as in gzip and PNG (ISO 3309).
std::uint32_t crc32(std::string_view bytes);

// A number in the base of that alphabet, padded on the left with its first character to `width`.
std::string in_base(std::uint64_t number, std::string_view alphabet, std::size_t width);

// Lower-case hex of the four bytes, highest first or lowest first.
std::string hex_of(std::uint32_t number);
std::string hex_of_little_endian(std::uint32_t number);

// RFC 4648, both alphabets accepted, padding optional; empty when a character does not belong.
std::optional<std::string> decode_base64(std::string_view text);
std::string encode_base64(std::string_view bytes, std::string_view alphabet);

// The RFC 4648 alphabet in upper case without padding; at most 8 × 5 bits are carried over, the rest is
// dropped.
std::optional<std::string> decode_base32(std::string_view text);

std::string encode_base32(std::string_view bytes);

// CRC-16 of XMODEM: polynomial 0x1021, start 0.
std::uint16_t crc16(std::string_view bytes);

// The bytes that an even number of hex digits stands for; stops before the first character that is none.
std::string bytes_of_hex(std::string_view hex);

// The checksum residue of BIP-173 over human-readable part and data; 1 for a valid string.
std::uint32_t bech32_residue(std::string_view prefix, std::string_view data);
inline constexpr std::string_view k_bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

}  // namespace codelake::secrets
