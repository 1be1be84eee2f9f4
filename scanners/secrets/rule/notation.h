// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets {

// Examples of rules hold no token, but say how one is made; a test makes it. In the text
//     {base62:30}        thirty characters of that alphabet: base62 base64 base64url base58 base36 base32 hex
//     upper_hex
//                        digit lower upper alpha upper_alnum nonzero
//     {x:12}             twelve times the letter x; also {star:12}
//     {uuid} {jwt} {aws_key_id} {age} {pypi} {pem} {pem_escaped} {der} {basic_auth} {password:14} {word}
//     {wif} {xprv} {stellar} {nkey} {mnemonic} {azure_key} {azure_annotated_key} {azure_devops_token}
//     {crc32_base62:6}   checksum of the text from {from} (or the start) to {sum} (or here); also crc32_hex,
//                        crc32le_hex, crc32_base36 and crc32_base64
//     {as_base64}        puts the text from {from} to here into base64
// stand for what they say; all other braces for themselves.

// The text, made the same way each time for the same seed.
std::string expand(std::string_view notation, std::uint64_t seed);

// The text with "…" for every made part, fit for a report.
std::string masked(std::string_view notation);

// What is wrong with a text in this notation: a lower-case word in braces that is no piece.
std::optional<std::string> notation_mistake(std::string_view notation);

}  // namespace codelake::secrets
