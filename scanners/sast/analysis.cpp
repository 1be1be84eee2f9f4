// SPDX-License-Identifier: Apache-2.0
// Randomness: a letter costs little where its neighbours are those it has in English words, and as much as any of
// [A-Za-z0-9] else. "password" is made of common pairs (pa, as, ss, sw, wo, or, rd) and cheap; "xq7Kd2" is not.
//
// Regular expressions: read into a tree of sequences, choices and repetitions. `(a+)+b` explodes: the outer repetition
// can cut a run of a's in exponentially many ways, and tries them all when no b follows.
#include "scanners/sast/analysis.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <memory>
#include <vector>

namespace codelake::sast {

namespace {

constexpr double k_bits_of_any = 5.95;     // one of 62
constexpr double k_bits_of_common = 3.4;   // a letter between neighbours it often has
constexpr double k_bits_of_mixed = 5.0;    // … one it often has and one it hardly ever has
constexpr double k_bits_of_rare = 6.0;     // … neither
constexpr double k_bits_min = 64;
constexpr double k_bits_per_character_min = 4.8;
constexpr std::size_t k_text_max = 4096;

// For each letter the letters that often follow it in English words.
constexpr std::array<std::string_view, 26> k_followers = {
    "bcdfgiklmnprstuvwy", "aeiloruyb",    "aehikloturyc", "aeiorsdugy",  "abcdefglmnopqrstuvwxy", "aefiloru",
    "aehilnorusg",        "aeiourty",     "abcdefglmnoprstvz", "aouei",  "eiynsal",               "adeiloutyksf",
    "aeiopumbys",         "acdegiknostuyf", "abcdfgiklmnoprstuvwy", "aehilopurst", "u",           "abcdegiklmnorstuvy",
    "acehiklmopqstuwy",   "aehiorsutwycl", "abcdegilmnprstf", "aeioy",   "aehinors",              "aceiptu",
    "aeosbimlpt",         "aeioz"};

// How often each letter stands in English, of 10,000.
constexpr std::array<double, 26> k_frequencies = {817, 149, 278, 425, 1270, 223, 202, 609, 697, 15, 77,  403, 241,
                                                  675, 751, 193, 10,  599,  633, 906, 276, 98,  236, 15, 197, 7};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool often_follows(char before, char after) {
  const auto first = static_cast<std::size_t>(std::tolower(static_cast<unsigned char>(before)) - 'a');
  const auto second = static_cast<char>(std::tolower(static_cast<unsigned char>(after)));
  return k_followers[first].find(second) != std::string_view::npos;
}

double bits_of_letter(char c) {
  const auto index = static_cast<std::size_t>(std::tolower(static_cast<unsigned char>(c)) - 'a');
  return std::log2(10000 / k_frequencies[index]);
}

double bits_at(std::string_view text, std::size_t at) {
  if (!is_letter(text[at])) return k_bits_of_any;
  const bool before = at > 0 && is_letter(text[at - 1]);
  const bool after = at + 1 < text.size() && is_letter(text[at + 1]);
  if (!before || !after) return bits_of_letter(text[at]);
  const int common = (often_follows(text[at - 1], text[at]) ? 1 : 0) + (often_follows(text[at], text[at + 1]) ? 1 : 0);
  return common == 2 ? k_bits_of_common : common == 1 ? k_bits_of_mixed : std::max(k_bits_of_rare, bits_of_letter(text[at]));
}

// A part of a regular expression.
struct Part {
  enum class Kind { nothing, text, sequence, choice, repetition };
  Kind kind = Kind::nothing;
  int min = 1;
  int max = 1;  // of a repetition; -1: without end
  bool possessive = false;
  std::vector<Part> parts;
};

constexpr int k_depth_max = 50;

class RegexReader {
 public:
  explicit RegexReader(std::string_view text) : m_text(text) {}

  // False when the text is no regular expression that can be judged.
  bool run(Part& whole) {
    whole = choice(0);
    return m_valid && m_at == m_text.size();
  }

 private:
  bool more() const { return m_valid && m_at < m_text.size(); }

  Part choice(int depth) {
    Part all;
    all.kind = Part::Kind::choice;
    if (depth > k_depth_max) m_valid = false;
    all.parts.push_back(sequence(depth));
    while (more() && m_text[m_at] == '|') {
      ++m_at;
      all.parts.push_back(sequence(depth));
    }
    if (all.parts.size() > 1) return all;
    Part only = std::move(all.parts.front());
    return only;
  }

  Part sequence(int depth) {
    Part all;
    all.kind = Part::Kind::sequence;
    while (more() && m_text[m_at] != '|' && m_text[m_at] != ')') all.parts.push_back(repeated(element(depth)));
    return all;
  }

  Part element(int depth) {
    Part part;
    part.kind = Part::Kind::text;
    const char c = m_text[m_at++];
    if (c == '\\') {
      m_valid = m_at < m_text.size();
      ++m_at;
    } else if (c == '[') {
      set();
    } else if (c == '(') {
      group_mark();
      part = choice(depth + 1);
      m_valid = m_valid && m_at < m_text.size() && m_text[m_at] == ')';
      ++m_at;
    } else if (c == '*' || c == '+' || c == '?') {
      m_valid = false;
    }
    return part;
  }

  void set() {
    if (more() && m_text[m_at] == '^') ++m_at;
    if (more() && m_text[m_at] == ']') ++m_at;
    while (more() && m_text[m_at] != ']') m_at += m_text[m_at] == '\\' ? 2 : 1;
    m_valid = m_at < m_text.size();
    ++m_at;
  }

  // (?: (?= (?! (?<= (?<! (?<name> (?P<name> (?i)
  void group_mark() {
    if (!more() || m_text[m_at] != '?') return;
    ++m_at;
    while (more() && std::string_view(":=!>)").find(m_text[m_at]) == std::string_view::npos) ++m_at;
    if (more() && m_text[m_at] != ')') ++m_at;
  }

  Part repeated(Part part) {
    while (more()) {
      int min = 0;
      int max = -1;
      if (!quantifier(min, max)) break;
      Part outer;
      outer.kind = Part::Kind::repetition;
      outer.min = min;
      outer.max = max;
      outer.possessive = more() && m_text[m_at] == '+';
      if (more() && (m_text[m_at] == '?' || m_text[m_at] == '+')) ++m_at;
      outer.parts.push_back(std::move(part));
      part = std::move(outer);
      if (++m_quantifiers > 1000) m_valid = false;
    }
    return part;
  }

  bool quantifier(int& min, int& max) {
    const char c = m_text[m_at];
    if (c == '{') return braces(min, max);
    if (c != '*' && c != '+' && c != '?') return false;
    ++m_at;
    min = c == '+' ? 1 : 0;
    max = c == '?' ? 1 : -1;
    return true;
  }

  bool braces(int& min, int& max) {
    const std::size_t end = m_text.find('}', m_at);
    if (end == std::string_view::npos || end == m_at + 1) return false;
    const std::string_view inside = m_text.substr(m_at + 1, end - m_at - 1);
    if (inside.find_first_not_of("0123456789,") != std::string_view::npos || inside.size() > 11) return false;
    const std::size_t comma = inside.find(',');
    min = number(inside.substr(0, comma));
    max = comma == std::string_view::npos ? min : comma + 1 == inside.size() ? -1 : number(inside.substr(comma + 1));
    m_at = end + 1;
    return true;
  }

  static int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = std::min(100000, value * 10 + (c - '0'));
    return value;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  int m_quantifiers = 0;
  bool m_valid = true;
};

template <class Test>
bool any_part(const Part& part, Test test) {
  return test(part) || std::any_of(part.parts.begin(), part.parts.end(), [&](const Part& one) { return any_part(one, test); });
}

// One text can be taken in two ways, both longer than nothing.
bool is_ambiguous(const Part& part) {
  if (part.kind != Part::Kind::repetition || part.possessive) return false;
  return part.max < 0 || (part.min >= 1 && part.max > part.min) || (part.min == 0 && part.max >= 2);
}

bool is_nested_repetition(const Part& part) {
  constexpr int many = 4;
  if (part.kind != Part::Kind::repetition || part.possessive || (part.max >= 0 && part.max < many)) return false;
  return any_part(part.parts.front(), is_ambiguous);
}

bool can_fail(const Part& part) {
  return any_part(part, [](const Part& one) { return one.kind == Part::Kind::text; });
}

bool explodes(const Part& part) {
  if (part.kind != Part::Kind::sequence) return false;
  bool fails_after = false;
  for (std::size_t at = part.parts.size(); at-- > 0;) {
    if (fails_after && any_part(part.parts[at], is_nested_repetition)) return true;
    fails_after = fails_after || can_fail(part.parts[at]);
  }
  return false;
}

}  // namespace

bool looks_random(std::string_view text) {
  text = text.substr(0, k_text_max);
  if (text.empty() || text.find_first_not_of(text[0]) == std::string_view::npos) return false;
  double bits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) bits += bits_at(text, at);
  return bits > k_bits_min && bits / static_cast<double>(text.size()) > k_bits_per_character_min;
}

bool may_explode(std::string_view regex) {
  Part whole;
  if (regex.size() > k_text_max || !RegexReader(regex).run(whole)) return false;
  return any_part(whole, explodes);
}

}  // namespace codelake::sast
