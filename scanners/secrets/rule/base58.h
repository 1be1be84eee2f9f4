// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets {

inline constexpr std::string_view k_base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

// Base58Check as Bitcoin defines it: the bytes and the first four of their double SHA-256, as one number in
// base 58.
std::string encode_base58_check(std::string_view bytes);

// The bytes without their checksum; empty when a character does not belong, the checksum is wrong or the text
// has more than 200 characters.
std::optional<std::string> decode_base58_check(std::string_view text);

}  // namespace codelake::secrets
