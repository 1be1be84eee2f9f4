// SPDX-License-Identifier: Apache-2.0
// Maven, after the "Version Order Specification" of its POM reference. A version is a row of tokens, split at
// ".", "-" and where digits meet letters; the letters are a qualifier, whatever stands before them; a number
// after "-" or after letters is less than one after ".". Tokens that say nothing (0, ga, final, release) fall
// away before a hyphen, a qualifier and the end:
//
//   1.0.0-RC1  → 1 · rc · -1          1-final → 1          1.0-1 → 1 · -1
//
// Two rows are compared token by token; the end of a row counts as a token of its own:
//
//   alpha < beta < milestone < rc < snapshot < END < sp < other words < number after "-" < number after "."
//
// so 1-rc-1 < 1-snapshot < 1 = 1.0 = 1.ga < 1-sp < 1-abc < 1-1 < 1.1. Comparing rows over one ordered
// alphabet is what makes this transitive, which the reference implementation is not for some words after a
// dot ("1.sp" and "1-alpha").
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>

namespace codelake::sca::maven {

namespace {

enum class Kind { known_before_release, end, known_after_release, word, hyphen_number, dot_number };

struct Token {
  Kind kind = Kind::end;
  std::size_t rank = 0;   // among the known qualifiers
  std::string_view text;  // of a word or number
};

using Row = std::vector<Token>;

constexpr std::array<std::string_view, 5> k_before_release = {"alpha", "beta", "milestone", "rc", "snapshot"};

bool is_number(Kind kind) {
  return kind == Kind::hyphen_number || kind == Kind::dot_number;
}

bool is_nothing(const Token& token) {
  return is_number(token.kind) && token.text.find_first_not_of('0') == std::string_view::npos;
}

void drop_nothing(Row& row) {
  while (!row.empty() && is_nothing(row.back())) row.pop_back();
}

std::string_view full_word(std::string_view word, bool before_digit) {
  if (before_digit && word == "a") return "alpha";
  if (before_digit && word == "b") return "beta";
  if (before_digit && word == "m") return "milestone";
  return word == "cr" ? "rc" : word;
}

void add_word(Row& row, std::string_view written, bool before_digit) {
  drop_nothing(row);
  const std::string_view word = full_word(written, before_digit);
  if (word == "ga" || word == "final" || word == "release") return;
  if (word == "sp") return row.push_back({Kind::known_after_release, 0, word});
  const auto known = std::find(k_before_release.begin(), k_before_release.end(), word);
  if (known == k_before_release.end()) return row.push_back({Kind::word, 0, word});
  row.push_back(
      {Kind::known_before_release, static_cast<std::size_t>(known - k_before_release.begin()), word});
}

void add_number(Row& row, std::string_view digits, bool after_dot) {
  if (!after_dot) drop_nothing(row);
  row.push_back({after_dot ? Kind::dot_number : Kind::hyphen_number, 0, digits});
}

// `text` is in lower case and must outlive the result.
Row parse(std::string_view text) {
  Row row;
  bool after_dot = true;  // the first number counts as one after a dot
  for (std::size_t i = 0; i <= text.size();) {
    std::size_t end = i;
    const bool digits = i < text.size() && is_digit(text[i]);
    while (end < text.size() && text[end] != '.' && text[end] != '-' && is_digit(text[end]) == digits) ++end;
    const std::string_view part = text.substr(i, end - i);
    const bool at_digit = end < text.size() && is_digit(text[end]);
    if (part.empty())
      add_number(row, "0", after_dot);
    else if (digits)
      add_number(row, part, after_dot);
    else
      add_word(row, part, at_digit);
    if (end == text.size()) break;
    const bool separated = text[end] == '.' || text[end] == '-';
    after_dot = text[end] == '.';
    i = separated ? end + 1 : end;
  }
  drop_nothing(row);
  return row;
}

std::strong_ordering compare_tokens(const Token& a, const Token& b) {
  if (a.kind != b.kind) return a.kind <=> b.kind;
  if (is_number(a.kind)) return compare_numbers(a.text, b.text);
  if (a.kind == Kind::word) return a.text <=> b.text;
  return a.rank <=> b.rank;
}

class MavenOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"Maven"}; }

  // Maven takes any text; what no released artefact can have is a space or an open property ("${…}").
  bool valid(std::string_view version) const override {
    return !version.empty() && version.find_first_of(" \t\r\n${}[](),") == std::string_view::npos;
  }

  std::strong_ordering compare(std::string_view a, std::string_view b) const override {
    const std::string left_text = lower(a);
    const std::string right_text = lower(b);
    const Row left = parse(left_text);
    const Row right = parse(right_text);
    const std::size_t count = std::max(left.size(), right.size());
    for (std::size_t i = 0; i < count; ++i) {
      const Token l = i < left.size() ? left[i] : Token{};
      const Token r = i < right.size() ? right[i] : Token{};
      if (const auto order = compare_tokens(l, r); order != 0) return order;
    }
    return std::strong_ordering::equal;
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<MavenOrdering>();
}

}  // namespace codelake::sca::maven
