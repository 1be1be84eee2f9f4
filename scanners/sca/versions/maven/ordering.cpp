// SPDX-License-Identifier: Apache-2.0
// Maven, after the "Version Order Specification" of its POM reference. A version is a row of tokens, split at
// ".", "-" and where digits meet letters, which counts as "-"; each token keeps the mark before it. What says
// nothing (0, ga, final, release) falls away at the end and before each hyphen:
//
//   1.0.0-RC1  → 1 -rc -1          1.0.0.RC1 → 1 .0 .0 .rc -1          1-final → 1
//
// Two rows are compared token by token; the shorter one is padded with what says nothing against the other
// row's token
// (".0" against a number after a dot, else the empty word):
//
//   .word < -word < -number < .number        alpha < beta < milestone < rc < snapshot < "" < sp < other words
//
// The padding makes the order contradict itself: 1 < 1-x (the empty word before x), 1-x < 1.0.rc (-word
// before .number), and 1.0.rc < 1 (.0 is 1's padding, then rc before the empty word). Maven lives with that,
// and so do we.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>
#include <array>
#include <optional>

namespace codelake::sca::maven {

namespace {

// The mark and kind of a token, in their order.
enum Kind : std::uint8_t { k_dot_word = 1, k_hyphen_word, k_hyphen_number, k_dot_number };

struct Token {
  Kind kind = k_dot_number;
  std::string_view text;
};

constexpr std::array<std::string_view, 7> k_known = {"alpha",    "beta", "milestone", "rc",
                                                     "snapshot", "",     "sp"};
constexpr std::uint8_t k_empty_word = 5;
constexpr std::uint8_t k_other_word = k_known.size();

bool is_number(Kind kind) {
  return kind == k_hyphen_number || kind == k_dot_number;
}
bool after_hyphen(Kind kind) {
  return kind == k_hyphen_word || kind == k_hyphen_number;
}

bool says_nothing(const Token& token) {
  if (is_number(token.kind)) return token.text.find_first_not_of('0') == std::string_view::npos;
  return token.text.empty();
}

std::string_view full_word(std::string_view word, bool before_digit) {
  if (before_digit && word == "a") return "alpha";
  if (before_digit && word == "b") return "beta";
  if (before_digit && word == "m") return "milestone";
  if (word == "ga" || word == "final" || word == "release") return {};
  return word == "cr" ? "rc" : word;
}

// `text` is in lower case and must outlive the result.
std::vector<Token> split(std::string_view text) {
  std::vector<Token> tokens;
  bool hyphen = false;
  for (std::size_t i = 0; i <= text.size();) {
    const bool digits = i < text.size() && is_digit(text[i]);
    std::size_t end = i;
    while (end < text.size() && text[end] != '.' && text[end] != '-' && is_digit(text[end]) == digits) ++end;
    const std::string_view part = text.substr(i, end - i);
    const bool at_digit = end < text.size() && is_digit(text[end]);
    if (part.empty())
      tokens.push_back({hyphen ? k_hyphen_number : k_dot_number, "0"});
    else if (digits)
      tokens.push_back({hyphen ? k_hyphen_number : k_dot_number, part});
    else
      tokens.push_back({hyphen ? k_hyphen_word : k_dot_word, full_word(part, at_digit)});
    if (end == text.size()) break;
    const bool separated = text[end] == '.' || text[end] == '-';
    hyphen = text[end] != '.';
    i = separated ? end + 1 : end;
  }
  return tokens;
}

// What is left when everything that says nothing is taken from the end and from before each hyphen.
std::vector<Token> trimmed_row(const std::vector<Token>& tokens) {
  std::vector<Token> reversed;
  bool at_edge = true;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (at_edge && says_nothing(*token)) continue;
    reversed.push_back(*token);
    at_edge = after_hyphen(token->kind);
  }
  return {reversed.rbegin(), reversed.rend()};
}

void add_word(VersionKey& key, std::string_view word) {
  const auto known = std::find(k_known.begin(), k_known.end(), word);
  key.tag(static_cast<std::uint8_t>(known - k_known.begin()));
  if (known == k_known.end()) key.text(word);
}

// The bytes of the first token of a key; all of it when it is damaged.
std::string_view first_token(std::string_view key) {
  if (key.size() < 2) return key;
  std::size_t length = 2;
  if (is_number(static_cast<Kind>(key[0])))
    length = 1 + number_length(key.substr(1));
  else if (static_cast<std::uint8_t>(key[1]) == k_other_word)
    length = 2 + text_length(key.substr(2));
  return key.substr(0, std::max<std::size_t>(length, 1));
}

// What stands against `token` where the other row has ended.
std::string padding_for(std::string_view token) {
  VersionKey key;
  const auto kind = static_cast<Kind>(token.front());
  if (kind == k_dot_number) {
    key.tag(k_dot_number);
    key.number({});
  } else {
    key.tag(kind == k_dot_word ? k_dot_word : k_hyphen_word);
    key.tag(k_empty_word);
  }
  return key.take();
}

class MavenOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Maven"}; }

  // Maven takes any text; what no released artefact can have is a space or an open property ("${…}").
  bool valid(std::string_view version) const override {
    return !version.empty() && version.find_first_of(" \t\r\n${}[](),") == std::string_view::npos;
  }

  std::string key(std::string_view version) const override {
    const std::string text = lower(version);
    VersionKey key;
    for (const Token& token : trimmed_row(split(text))) {
      key.tag(token.kind);
      if (is_number(token.kind))
        key.number(token.text);
      else
        add_word(key, token.text);
    }
    return key.take();
  }

  std::strong_ordering compare_keys(std::string_view a, std::string_view b) const override {
    while (!a.empty() || !b.empty()) {
      const std::string_view left = first_token(a);
      const std::string_view right = first_token(b);
      const std::string padding = left.empty() ? padding_for(right) : right.empty() ? padding_for(left) : "";
      const auto order = (left.empty() ? padding : left) <=> (right.empty() ? padding : right);
      if (order != 0) return order;
      a.remove_prefix(left.size());
      b.remove_prefix(right.size());
    }
    return std::strong_ordering::equal;
  }

  bool transitive() const override { return false; }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<MavenOrdering>();
}

}  // namespace codelake::sca::maven
