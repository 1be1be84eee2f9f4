// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/shapes.h"

#include "core/hash.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

bool all_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_hex);
}

bool is_printable_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; });
}

}  // namespace

bool is_uuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? value[i] != '-' : !is_hex(value[i])) return false;
  }
  return true;
}

bool is_name_of_secret_id(std::string_view lowered_name) {
  constexpr std::array<std::string_view, 6> passwords = {"password", "passwd", "passphrase", "pwd", "access_token",
                                                         "accesstoken"};
  constexpr std::array<std::string_view, 8> ends = {"secret",     "token",      "apikey",    "api_key",
                                                    "api-key",    "access_key", "accesskey", "secret_key"};
  // Tokens that only tell one call from another.
  constexpr std::array<std::string_view, 9> others = {"client_token", "clienttoken", "request", "idempot", "correlat",
                                                      "cancel",       "lock",        "session", "upload"};
  const auto ends_so = [&](std::string_view end) { return lowered_name.ends_with(end); };
  if (std::any_of(passwords.begin(), passwords.end(), ends_so)) return true;
  return std::any_of(ends.begin(), ends.end(), ends_so) && !is_bare_name(lowered_name) &&
         !contains_any(lowered_name, others);
}

bool is_mail_address(std::string_view value) {
  const auto at = value.find('@');
  const auto dot = value.rfind('.');
  if (at == 0 || at == std::string_view::npos || dot == std::string_view::npos || dot < at) return false;
  const std::string_view top = value.substr(dot + 1);
  const auto of_host = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; };
  return std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(at), is_name_byte) &&
         std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at) + 1, value.end(), of_host) && top.size() >= 2 &&
         std::all_of(top.begin(), top.end(), is_letter);
}

bool is_date(std::string_view value) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (value.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == 'd' ? !is_digit(value[i]) : value[i] != '-') return false;
  }
  constexpr std::string_view rest = "0123456789TZ:.+- ";
  return value.find_first_not_of(rest, form.size()) == std::string_view::npos;
}

bool is_named_digest(std::string_view value) {
  constexpr std::array<std::string_view, 5> names = {"sha1", "sha256", "sha384", "sha512", "md5"};
  const std::string lowered = lower(value);
  for (const std::string_view name : names) {
    const auto at = lowered.find(name);
    if (at == std::string::npos || (at > 0 && is_word_byte(lowered[at - 1]))) continue;
    const std::string_view rest = std::string_view(lowered).substr(at + name.size());
    if (rest.size() > 20 && (rest[0] == '-' || rest[0] == ':' || rest[0] == '=')) return true;
  }
  return false;
}

bool is_digest_sized(std::string_view value) {
  return (value.size() == 40 || value.size() == 64) && all_hex(value);
}

bool is_colour(std::string_view value) {
  if (value.empty() || value[0] != '#') return false;
  const std::string_view digits = value.substr(1);
  constexpr std::array<std::size_t, 4> sizes = {3, 4, 6, 8};
  return std::find(sizes.begin(), sizes.end(), digits.size()) != sizes.end() && all_hex(digits);
}

bool is_serial_number(std::string_view value) {
  const std::size_t group = value.find('-');
  if (group == std::string_view::npos || group < 4 || (value.size() + 1) % (group + 1) != 0) return false;
  if ((value.size() + 1) / (group + 1) < 4) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool dash = (i + 1) % (group + 1) == 0;
    if (dash ? value[i] != '-' : !is_upper(value[i]) && !is_digit(value[i])) return false;
  }
  return true;
}

bool is_encoded_message(std::string_view value) {
  if (value.size() < 40 || value.size() % 4 != 0) return false;
  if (value.find_first_of("+/=") == std::string_view::npos) return false;
  const auto decoded = decode_base64(value);
  if (!decoded) return false;
  constexpr std::array<std::size_t, 5> keys = {30, 32, 48, 64, 128};
  return decoded->size() < 160 && std::find(keys.begin(), keys.end(), decoded->size()) == keys.end();
}

bool is_password_hash(std::string_view value) {
  if (value.starts_with('{')) value.remove_prefix(std::min(value.size(), value.find('}') + 1));
  if (value.size() < 20 || value[0] != '$') return false;
  const auto second = value.find('$', 1);
  return second != std::string_view::npos && second >= 2 && second <= 12 &&
         std::all_of(value.begin() + 1, value.begin() + static_cast<std::ptrdiff_t>(second),
                     [](char c) { return is_word_byte(c) || c == '-'; });
}

bool is_demonstration_token(std::string_view value) {
  constexpr std::array<std::string_view, 3> printed = {"your-256-bit-secret", "secret",
                                                       "a-string-secret-at-least-256-bits-long"};
  const auto last = value.rfind('.');
  if (!value.starts_with("eyJ") || last == std::string_view::npos) return false;
  const auto signature = decode_base64(value.substr(last + 1));
  if (!signature || signature->size() != 32) return false;
  std::string hex;
  for (const char c : *signature) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return std::any_of(printed.begin(), printed.end(), [&](std::string_view secret) {
    return hmac_sha256_hex(secret, value.substr(0, last)) == hex;
  });
}

bool is_bare_name(std::string_view lowered_name) {
  constexpr std::array<std::string_view, 12> words = {
      "secret", "token", "access", "deploy", "auth", "pass", "api", "key", "cred", "word", "env", "registry"};
  std::string rest(lowered_name);
  for (const std::string_view word : words) {
    for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word))
      rest.erase(at, word.size());
  }
  return std::count_if(rest.begin(), rest.end(), [](char c) { return is_lower(c) || is_digit(c); }) <= 2;
}

std::string meant_text(std::string_view value) {
  constexpr std::size_t size_min = 8;
  if (value.size() < size_min || value.size() % 4 == 1) return std::string(value);
  auto decoded = decode_base64(value);
  if (!decoded || decoded->size() < 4 || !is_printable_text(*decoded)) return std::string(value);
  while (decoded->size() > 1 && (decoded->back() == '\n' || decoded->back() == '\r')) decoded->pop_back();
  return *decoded;
}

}  // namespace codelake::secrets
