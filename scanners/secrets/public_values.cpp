// SPDX-License-Identifier: Apache-2.0
// What is public says so by its structure: keys begin with the name of what they are good for, fingerprints have one
// length, and names of algorithms are made of few words. Example: "HmacSHA512" without its digits is "hmacsha", which
// is "hmac" and "sha" and nothing else.
#include "scanners/secrets/public_values.h"

#include "scanners/secrets/characters.h"
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace codelake::secrets {

namespace {

using namespace std::string_view_literals;

// Whether `letters` can be cut into words that name algorithms, modes and paddings.
bool are_algorithm_words(std::string_view letters) {
  constexpr std::array<std::string_view, 65> words = {
      "hmac", "sha",  "ssha",  "aes",    "rsa",    "dsa",     "ecdsa",   "eddsa",  "ed",       "ec",       "ecdh",
      "dh",   "des",  "ede",   "md",     "pbkdf",  "pbe",     "hkdf",    "with",   "and",      "ecb",      "cbc",
      "gcm",  "ctr",  "ofb",   "cfb",    "pkcs",   "padding", "no",      "oaep",   "mgf",      "hs",       "rs",
      "es",   "ps",   "argon", "bcrypt", "scrypt", "crypt",   "chacha",  "poly",   "blowfish", "blake",    "curve",
      "x",    "tls",  "ssl",   "v",      "none",   "camellia", "ripemd", "keccak",
      "utf",  "ascii", "latin", "base",  "hex",    "binary",  "psk",
      "dhe",  "ecdhe", "rc",    "ccm",   "null",   "kx"};
  std::vector<bool> reached(letters.size() + 1, false);
  reached[0] = true;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!reached[at]) continue;
    for (const std::string_view word : words) {
      if (letters.substr(at).starts_with(word)) reached[at + word.size()] = true;
    }
  }
  return reached[letters.size()];
}

bool is_mode_clause(std::string_view clause) {
  const auto sign = clause.find_first_of("=+-");
  return sign != std::string_view::npos && clause.find_first_not_of("ugoa") == sign &&
         clause.find_first_not_of("rwxXstugo", sign + 1) == std::string_view::npos;
}

}  // namespace

bool is_public_key(std::string_view value) {
  constexpr std::size_t size_min = 40;
  constexpr std::size_t minisign_bytes = 42;
  if (value.size() < size_min) return false;
  const auto bytes = decode_base64(value);
  if (!bytes) return false;
  const std::string_view text = *bytes;
  if (text.size() == minisign_bytes && text.starts_with("Ed")) return true;
  if (text.starts_with("\0\0\0\x07ssh-"sv) || text.starts_with("\0\0\0\x0Bssh-"sv) || text.starts_with("\0\0\0\x13" "ecdsa-"sv))
    return true;
  // SEQUENCE { SEQUENCE { OBJECT IDENTIFIER rsaEncryption, ecPublicKey or Ed25519 …; a private key begins with an INTEGER.
  constexpr std::array<std::string_view, 3> kinds = {"\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"sv,
                                                     "\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01"sv, "\x06\x03\x2B\x65\x70"sv};
  if (!text.starts_with('\x30')) return false;
  const std::string_view head = text.substr(0, 24);
  const auto at = head.find('\x30', 2);
  if (at == std::string_view::npos || at > 4) return false;
  // SEQUENCE { SEQUENCE { [0] { INTEGER: a certificate and its version.
  if (head.find("\xA0\x03\x02\x01"sv) != std::string_view::npos) return true;
  return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return head.substr(at + 2).starts_with(kind); });
}

bool is_fingerprint(std::string_view value) {
  constexpr std::size_t digits = 40;
  return value.size() == digits && std::all_of(value.begin(), value.end(), [](char c) { return is_hex(c) && !is_lower(c); }) &&
         std::any_of(value.begin(), value.end(), is_upper);
}

bool is_algorithm(std::string_view value) {
  constexpr std::size_t size_max = 60;
  if (value.size() > size_max || value.empty() || !is_letter(value[0])) return false;
  std::string letters;
  for (const char c : lower(value)) {
    if (is_lower(c)) letters += c;
    else if (!is_digit(c) && "-_/."sv.find(c) == std::string_view::npos) return false;
  }
  return are_algorithm_words(letters);
}

bool is_file_mode(std::string_view value) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    if (!is_mode_clause(value.substr(0, comma))) return false;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return true;
}

bool is_other_script(std::string_view value) {
  constexpr std::ptrdiff_t letters_min = 3;
  const auto lead = [](char c) { return static_cast<unsigned char>(c) >= 0xC3; };
  // From U+3000 on one sign is a word or a syllable.
  const auto ideograph = [](char c) { return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED; };
  if (std::any_of(value.begin(), value.end(), ideograph)) return true;
  return std::count_if(value.begin(), value.end(), lead) >= letters_min && std::none_of(value.begin(), value.end(), is_digit);
}

bool is_user_and_password(std::string_view value) {
  constexpr std::size_t password_min = 4;
  const auto colon = value.find(':');
  if (colon == 0 || colon == std::string_view::npos || value.size() < colon + 1 + password_min) return false;
  const std::string_view password = value.substr(colon + 1);
  return std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(colon), is_name_byte) &&
         password.find_first_of(" \t\r\n:/") == std::string_view::npos &&
         !std::all_of(password.begin(), password.end(), is_digit) && !is_digit(value[0]);
}

}  // namespace codelake::secrets
