// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/characters.h"

namespace codelake::secrets {

namespace {

enum class Class { lower, upper, digit, joint, symbol };

Class class_of(char c) {
  if (is_lower(c)) return Class::lower;
  if (is_upper(c)) return Class::upper;
  if (is_digit(c)) return Class::digit;
  return std::string_view("-_./:, ").find(c) == std::string_view::npos ? Class::symbol : Class::joint;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

Classes classes_of(std::string_view text) {
  Classes classes;
  for (const char c : text) {
    switch (class_of(c)) {
      case Class::lower:
        ++classes.lower;
        break;
      case Class::upper:
        ++classes.upper;
        break;
      case Class::digit:
        ++classes.digit;
        break;
      case Class::joint:
        ++classes.joint;
        break;
      case Class::symbol:
        ++classes.symbol;
        break;
    }
  }
  return classes;
}

std::size_t class_changes(std::string_view text) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < text.size(); ++i) changes += class_of(text[i]) != class_of(text[i - 1]) ? 1 : 0;
  return changes;
}

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

}  // namespace codelake::secrets
