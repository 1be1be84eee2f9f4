// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace codelake::secrets {

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
constexpr bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
// What names of settings and members are made of.
constexpr bool is_name_byte(char c) {
  return is_word_byte(c) || c == '-' || c == '.' || c == '$';
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// ASCII letters only.
std::string lower(std::string_view text);

// How many characters of each class a text has.
struct Classes {
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t digit = 0;
  std::size_t symbol = 0;  // other than what joins words
  std::size_t joint = 0;
};
Classes classes_of(std::string_view text);

// How often a character is of another class than the one before it.
std::size_t class_changes(std::string_view text);

// What is left of a value when digits and symbols are taken off: the word it is built on.
std::string core_word(std::string_view value);

template <class Words>
bool contains_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

template <class Words>
bool contains_word(std::string_view text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Words that say "this is secret" in a name, and "not the secret itself" in a value.
constexpr std::array<std::string_view, 19> k_secret_words = {
    "password", "passwd", "passphrase", "passcode", "pass",        "pwd",       "psw",  "secret", "token",
    "apikey",   "key",    "credential", "auth",     "credentials", "passwords", "salt", "nonce",  "passwort",
    "psk"};

// What a name goes on with when it means something about the secret.
constexpr std::array<std::string_view, 34> k_other_tails = {
    "id",     "name",  "file",    "path",    "type",  "url",    "uri",   "length", "len",
    "size",   "field", "label",   "hint",    "text",  "policy", "hash",  "prompt", "expir",
    "header", "param", "pattern", "format",  "regex", "rule",   "input", "reset",  "store",
    "alias",  "class", "error",   "message", "place", "index",  "count"};

// What a name begins with when what it names looks random and is no secret.
constexpr std::array<std::string_view, 28> k_other_heads = {
    "public",   "pubkey",      "hash",      "checksum",    "digest",    "sha1",         "sha256", "sha512",
    "md5",      "etag",        "revision",  "fingerprint", "integrity", "continuation", "cursor", "next_page",
    "nextpage", "page_token",  "pagetoken", "next_token",  "nexttoken", "label",        "title",  "forgot",
    "authenticity", "csrf",    "xsrf",      "encrypted"};

// What a name says of something that stands in for a real one.
constexpr std::array<std::string_view, 4> k_stand_ins = {"mock", "fake", "dummy", "stub"};

// Words that say "a password" rather than being one.
constexpr std::array<std::string_view, 22> k_stock_words = {
    "pass", "pwd",  "secret", "admin", "test", "guest", "demo",  "default", "qwert",  "letmein", "welcome",
    "user", "root", "foo",    "bar",   "null", "true",  "false", "none",    "string", "value",   "empty"};

}  // namespace codelake::secrets
