// SPDX-License-Identifier: Apache-2.0
// Decides by structure and statistics, never by a list of known values: what a person writes to stand for a
// secret repeats, counts up, says "example" or refers to where the secret is; what a person writes as
// anything else is made of words. Worked example: api_key = "forgotPasswordTokenExpired" – random filter –
// written_bits 104, drawn_bits 148: cheaper as written text, so it is noise; "x7Kq2ZpW9vRtB3mYd81L" costs 141
// as text and 119 as a draw: a secret.
#include "scanners/secrets/noise.h"

#include "core/file_type.h"
#include "scanners/secrets/likelihood.h"
#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace codelake::secrets {

namespace {

constexpr double k_drawn_share_min = 0.93;  // written / drawn, from which a value counts as drawn
constexpr double k_password_bits_min = 32;  // what a password worth a finding costs at least
constexpr std::size_t k_random_size_min = 12;
constexpr std::size_t k_name_bytes_max = 80;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '$';
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

template <class Words>
bool contains_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// The longest run of one character, and of characters that count up or down.
std::size_t longest_run(std::string_view text, int step) {
  std::size_t best = text.empty() ? 0 : 1;
  std::size_t run = 1;
  for (std::size_t i = 1; i < text.size(); ++i) {
    run = text[i] - text[i - 1] == step ? run + 1 : 1;
    best = std::max(best, run);
  }
  return best;
}

// "abcabcabc": the text is a shorter one said at least twice.
bool repeats(std::string_view text) {
  constexpr std::size_t period_max = 64;
  for (std::size_t period = 1; period <= std::min(text.size() / 2, period_max); ++period) {
    if (text.substr(period) == text.substr(0, text.size() - period)) return true;
  }
  return false;
}

bool says_placeholder(std::string_view lowered) {
  constexpr std::array<std::string_view, 16> words = {
      "example", "sample", "placeholder", "changeme", "change-me", "change_me", "replace", "redacted",
      "xxxx",    "your-",  "your_",       "insert",   "dummy",     "<your",     "....",    "****"};
  return contains_any(lowered, words);
}

bool is_mechanical(std::string_view value) {
  const std::size_t run = value.size() >= 100 ? 12 : 6;
  return longest_run(value, 0) >= run || longest_run(value, 1) >= run + 1 ||
         longest_run(value, -1) >= run + 1 || repeats(value);
}

// A reference to a value that stands elsewhere, or is filled in later.
bool is_template(std::string_view value) {
  constexpr std::array<std::string_view, 16> marks = {"${",  "{{", "}}", "<%",          "%>", "%(",
                                                      "$(",  "#{", "@{", "%s",          "%d", "%v",
                                                      "{0}", "[[", "$[", "\xE2\x80\xA6"};
  constexpr std::array<std::string_view, 8> ciphers = {"enc(", "enc[",   "vault:",     "{cipher}",
                                                       "arn:", "!vault", "secretref:", "op:"};
  if (contains_any(value, marks)) return true;
  const std::string lowered = lower(value.substr(0, 16));
  if (std::any_of(ciphers.begin(), ciphers.end(), [&](auto cipher) { return lowered.starts_with(cipher); }))
    return true;
  const bool variable = value.size() > 1 && (value[0] == '$' || value[0] == '%' || value[0] == '@') &&
                        (is_letter(value[1]) || value[1] == '_');
  const bool in_braces = value.front() == '{' && value.back() == '}';
  return variable || in_braces || (value.front() == '[' && value.back() == ']');
}

// name(…), name.name, name->name, name[…]: code that computes the value.
bool is_expression(std::string_view value) {
  constexpr std::array<std::string_view, 5> marks = {"()", "->", "::", "](", "=>"};
  if (contains_any(value, marks)) return true;
  const auto open = value.find_first_of("([");
  if (open == std::string_view::npos || open == 0) return false;
  const std::string_view callee = value.substr(0, open);
  return std::all_of(callee.begin(), callee.end(), is_name_byte) &&
         (value.back() == ')' || value.back() == ']');
}

bool is_uuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? value[i] != '-' : std::isxdigit(static_cast<unsigned char>(value[i])) == 0) return false;
  }
  return true;
}

// A URL, a path, a dotted name or a date, by its separators.
bool is_address(std::string_view value) {
  if (value.find("://") != std::string_view::npos || value.starts_with("./") || value.starts_with("../"))
    return true;
  const auto slashes = static_cast<std::size_t>(std::count(value.begin(), value.end(), '/'));
  const bool path_bytes =
      std::all_of(value.begin(), value.end(), [](char c) { return is_name_byte(c) || c == '/'; });
  if (slashes >= 1 && path_bytes && written_bits(value) < 0.95 * drawn_bits(value)) return true;
  return value.find('@') != std::string_view::npos &&
         value.find('.', value.find('@')) != std::string_view::npos &&
         written_bits(value) < drawn_bits(value);
}

bool is_printable(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

// The name a value is given to: the word that ends where the keyword of the match ends.
std::string name_of(std::string_view text, const Hit& hit) {
  std::size_t begin = hit.begin;
  while (begin > 0 && hit.begin - begin < k_name_bytes_max && is_name_byte(text[begin - 1])) --begin;
  std::size_t end = hit.begin;
  while (end < hit.secret_begin && is_name_byte(text[end])) ++end;
  return lower(text.substr(begin, end - begin));
}

// Names of things that look random and are no secrets, or say that they are not the real one.
bool names_something_else(const std::string& name) {
  constexpr std::array<std::string_view, 25> words = {
      "public", "pubkey",    "hash",     "checksum",   "digest",      "sha1",       "sha256",
      "sha512", "md5",       "etag",     "revision",   "fingerprint", "integrity",  "continuation",
      "cursor", "next_page", "nextpage", "page_token", "pagetoken",   "next_token", "nexttoken",
      "mock",   "fake",      "dummy",    "example"};
  return contains_any(name, words);
}

struct Classes {
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t digit = 0;
  std::size_t symbol = 0;  // other than what joins words
  std::size_t joint = 0;
};

Classes classes_of(std::string_view value) {
  Classes classes;
  for (const char c : value) {
    if (is_lower(c))
      ++classes.lower;
    else if (is_upper(c))
      ++classes.upper;
    else if (is_digit(c))
      ++classes.digit;
    else if (std::string_view("-_./:,").find(c) != std::string_view::npos)
      ++classes.joint;
    else
      ++classes.symbol;
  }
  return classes;
}

// Base64 of text that is itself a placeholder or template.
bool hides_placeholder(std::string_view value) {
  const auto decoded = decode_base64(value);
  if (!decoded || decoded->empty()) return false;
  std::string_view text = *decoded;
  while (text.ends_with('\n')) text.remove_suffix(1);
  return !text.empty() && is_printable(text) &&
         (is_template(text) || says_placeholder(lower(text)) || is_mechanical(text));
}

bool common_noise(std::string_view value) {
  return !is_printable(value) || is_template(value) || is_expression(value) || is_address(value) ||
         is_uuid(value) || is_mechanical(value) || says_placeholder(lower(value)) || hides_placeholder(value);
}

// The part of a token after its prefix says one short text over and over.
bool has_mechanical_body(std::string_view value) {
  constexpr std::size_t body_min = 16;
  const auto joint = value.find_last_of("_-.");
  const std::string_view body = joint == std::string_view::npos ? value : value.substr(joint + 1);
  return body.size() >= body_min && repeats(body);
}

bool noise_for_random(std::string_view value) {
  if (value.size() < k_random_size_min || common_noise(value)) return true;
  if (value.starts_with("eyJ"))
    return true;  // an object in base64 with no signature; a signed one has its own rule
  const Classes classes = classes_of(value);
  const bool letters_only = classes.digit == 0;
  if (letters_only && (value.size() < 24 || classes.upper == 0 || classes.lower == 0)) return true;
  if (classes.digit == value.size()) return true;
  if (classes.symbol + classes.joint > value.size() / 4) return true;
  return written_bits(value) < k_drawn_share_min * drawn_bits(value);
}

// What is left of a value when digits and symbols are taken off: the word it is built on.
std::string core_word(std::string_view value) {
  std::string word;
  for (const char c : lower(value)) {
    if (is_lower(c))
      word += c;
    else if (c == '@')
      word += 'a';
    else if (c == '0' && !word.empty() && is_letter(word.back()))
      word += 'o';
  }
  return word;
}

// Words that say "a password" rather than being one.
bool is_stock_password(std::string_view value) {
  constexpr std::array<std::string_view, 12> words = {"pass",  "pwd",     "secret",  "admin",
                                                      "test",  "guest",   "demo",    "default",
                                                      "qwert", "letmein", "welcome", "user"};
  const std::string word = core_word(value);
  return contains_any(word, words) && word.size() < 20 && written_bits(value) < 90;
}

bool noise_for_password(std::string_view value) {
  if (common_noise(value) || is_stock_password(value)) return true;
  const Classes classes = classes_of(value);
  if (classes.lower + classes.upper == 0) return true;
  if (classes.digit == 0 && classes.symbol == 0) return true;
  // Words that are joined, with a number at most: a name, not a password.
  const bool name_like = classes.symbol == 0 && written_bits(value) < 0.85 * drawn_bits(value);
  return name_like || std::min(written_bits(value), drawn_bits(value)) < k_password_bits_min;
}

bool noise_for_basic(std::string_view value) {
  const auto decoded = decode_base64(value);
  if (!decoded || !is_printable(*decoded)) return true;
  const auto colon = decoded->find(':');
  if (colon == std::string::npos || colon == 0 || decoded->size() < colon + 4) return true;
  const std::string_view password = std::string_view(*decoded).substr(colon + 1);
  return password.empty() || says_placeholder(lower(*decoded)) || noise_for_password(password);
}

}  // namespace

bool is_noise(std::string_view text, const Hit& hit) {
  const std::string_view value = text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
  if (value.empty() || shannon_bits(value) < hit.rule->entropy_min) return true;
  switch (hit.rule->filter) {
    case Filter::none:
      return false;
    case Filter::provider:
      return is_mechanical(value) || has_mechanical_body(value) || says_placeholder(lower(value));
    case Filter::random:
      return names_something_else(name_of(text, hit)) || noise_for_random(value);
    case Filter::password:
      return names_something_else(name_of(text, hit)) || noise_for_password(value);
    case Filter::basic:
      return noise_for_basic(value);
  }
  return false;
}

bool is_config_file(const FileInfo& file) {
  if (file.language == "bash" || file.language == "powershell") return true;
  if (!file.language.empty()) return !is_programming_language(file.language);
  constexpr std::array<std::string_view, 16> extensions = {
      "conf",     "cnf", "config",  "cfg",    "rc",   "log",   "list",   "service",
      "template", "tpl", "example", "sample", "dist", "local", "secret", "credentials"};
  const std::string_view name = file.name();
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return true;
  return std::find(extensions.begin(), extensions.end(), name.substr(dot + 1)) != extensions.end();
}

}  // namespace codelake::secrets
