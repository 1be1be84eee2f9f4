// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/shapes.h"

#include "core/hash.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <cstdint>
#include <cstdlib>

namespace codelake::secrets {

namespace {

bool all_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_hex);
}

bool is_printable_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; });
}

// What a JSON web token says of itself.
std::optional<std::string> claims_of(std::string_view token) {
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  if (!token.starts_with("eyJ") || first == last) return std::nullopt;
  return decode_base64(token.substr(first + 1, last - first - 1));
}

// The whole number behind a key in JSON without spaces.
std::optional<std::int64_t> number_of(std::string_view json, std::string_view key) {
  const auto at = json.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  constexpr std::size_t digits_max = 12;
  const std::string_view said = json.substr(at + key.size(), digits_max);
  std::int64_t number = 0;
  const auto [after, error] = std::from_chars(said.data(), said.data() + said.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto begin = text.find_first_not_of(white);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

// A number without the marks of its type: "(byte) 0xe7", "7u", "9 as u8".
std::string_view bare_number(std::string_view item) {
  constexpr std::string_view cast = "(byte)";
  constexpr std::string_view type = "as u8";
  item = trimmed(item);
  if (item.starts_with(cast)) item.remove_prefix(cast.size());
  if (item.ends_with(type)) item.remove_suffix(type.size());
  while (!item.empty() && std::string_view("uUlL").find(item.back()) != std::string_view::npos) item.remove_suffix(1);
  return trimmed(item);
}

char folded(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

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

bool is_name_of_key_id(std::string_view lowered_name) {
  constexpr std::array<std::string_view, 6> ends = {"key_id", "keyid", "key-id", "key.id", "key_ids", "keyids"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return lowered_name.ends_with(end); });
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

bool is_versioned(std::string_view value) {
  constexpr std::size_t digits_max = 5;
  if (!value.empty() && std::string_view("v^~").find(value[0]) != std::string_view::npos) value.remove_prefix(1);
  for (int number = 0; number < 3; ++number) {
    const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
    if (digits == 0 || digits > digits_max) return false;
    value.remove_prefix(digits);
    if (number == 2) break;
    if (!value.starts_with('.')) return false;
    value.remove_prefix(1);
  }
  return value.empty() || std::string_view("(-+").find(value[0]) != std::string_view::npos;
}

bool nearly_repeats(std::string_view value) {
  constexpr std::size_t size_min = 16;
  constexpr std::size_t same_in = 10;  // one byte in so many may be another
  const std::size_t half = value.size() / 2;
  if (value.size() < size_min || value.size() % 2 != 0) return false;
  std::size_t others = 0;
  for (std::size_t i = 0; i < half; ++i) others += value[i] != value[half + i] ? 1 : 0;
  return others * same_in <= half;
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
  if (value.starts_with("pbkdf2_sha") && std::count(value.begin(), value.end(), '$') == 3) return true;
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
  const auto claims = claims_of(value);
  if (!claims || claims->find(R"("sub":"1234567890")") == std::string::npos) return false;
  if (claims->find(R"("iss")") != std::string::npos) return false;
  const auto last = value.rfind('.');
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

bool is_passing_token(std::string_view value) {
  constexpr std::int64_t seconds_max = 600;
  const auto claims = claims_of(value);
  if (!claims) return false;
  const auto end = number_of(*claims, R"("exp":)");
  auto begin = number_of(*claims, R"("nbf":)");
  if (!begin) begin = number_of(*claims, R"("iat":)");
  return end && begin && *end - *begin <= seconds_max;
}

bool is_counted(std::string_view value) {
  constexpr std::size_t size_min = 9;
  if (value.size() < size_min || std::none_of(value.begin(), value.end(), is_letter)) return false;
  std::size_t steps = 0;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const bool word = is_word_byte(value[i]) && is_word_byte(value[i - 1]);
    if (word && std::abs(folded(value[i]) - folded(value[i - 1])) <= 1) ++steps;
  }
  return 2 * steps > value.size() - 1;
}

bool holds_count(std::string_view value) {
  constexpr std::size_t count_min = 5;
  const bool many = std::any_of(value.begin(), value.end(), [](char c) { return is_letter(c) && !is_hex(c); });
  std::size_t run = 1;
  for (std::size_t i = 1; many && i < value.size(); ++i) {
    run = value[i] - value[i - 1] == 1 && is_word_byte(value[i]) ? run + 1 : 1;
    if (run == count_min) return true;
  }
  return false;
}

std::size_t longest_repeat(std::string_view value, std::size_t period) {
  std::size_t best = 0;
  std::size_t run = period;
  for (std::size_t i = period; i < value.size(); ++i) {
    run = value[i] == value[i - period] ? run + 1 : period;
    if (run >= 2 * period) best = std::max(best, run);
  }
  return best;
}

std::optional<std::string> listed_bytes(std::string_view list) {
  std::string bytes;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view item = bare_number(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (item.empty() && list.empty()) break;  // a comma may stand behind the last one
    const bool hexadecimal = item.starts_with("0x") || item.starts_with("0X");
    const std::string_view digits = item.substr(hexadecimal ? 2 : 0);
    int number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [after, error] = std::from_chars(digits.data(), end, number, hexadecimal ? 16 : 10);
    if (error != std::errc() || after != end || number < -128 || number > 255) return std::nullopt;
    bytes += static_cast<char>(number);
  }
  return bytes;
}

bool are_drawn_bytes(std::string_view bytes) {
  constexpr std::size_t size_min = 8;
  if (bytes.size() < size_min || is_printable_text(bytes)) return false;
  std::bitset<256> seen;
  std::size_t steps = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    seen.set(static_cast<unsigned char>(bytes[i]));
    if (i > 0 && std::abs(bytes[i] - bytes[i - 1]) <= 1) ++steps;
  }
  // Of as many drawn bytes two in three differ at least: of 128 a hundred do.
  const std::size_t of = std::min<std::size_t>(bytes.size(), 128);
  return 3 * seen.count() >= 2 * of && 5 * steps < bytes.size();
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
