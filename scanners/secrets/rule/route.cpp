// SPDX-License-Identifier: Apache-2.0
// An automaton of many short expressions is slow, and most places of a text need no look: a token is long and
// without space. So, where the expression of a rule says that
//   - its matches begin a word and with a run (ghp_[0-9A-Za-z]{36}), or
//   - its value is a run with a digit or a long one, after a name (shop_key = "[0-9a-f]{32}"),
// the rule need not be in the automaton: places where runs begin are few, and found by comparing many bytes at
// once (runs.h). Nothing is guessed: the outline of the expression says what every match holds.
#include "scanners/secrets/rule/route.h"

#include "scanners/secrets/rule/assignment.h"
#include "scanners/secrets/rule/outline.h"

#include <algorithm>
#include <string>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_first_bytes_max = 12;   // so many of a match are compared before its expression is tried
constexpr std::size_t k_beginnings_max = 1024;  // of three bytes; more are found nearly everywhere

ByteSet where(bool (*holds)(unsigned char)) {
  ByteSet bytes;
  for (unsigned c = 0; c < 256; ++c) bytes[c] = holds(static_cast<unsigned char>(c));
  return bytes;
}

bool is_word(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool within(const ByteSet& bytes, const ByteSet& others) { return (bytes & ~others).none(); }

// How many bytes of every match, from its first, are certain to be of a run.
std::size_t run_of(const Outline& outline) {
  static const ByteSet run_bytes = where([](unsigned char c) { return is_run_byte(c); });
  const auto end = std::find_if(outline.bytes.begin(), outline.bytes.end(),
                                [](const ByteSet& bytes) { return !within(bytes, run_bytes); });
  return static_cast<std::size_t>(end - outline.bytes.begin());
}

bool begins_in_few_ways(const Outline& outline) {
  if (outline.bytes.size() < 3) return false;
  return outline.bytes[0].count() * outline.bytes[1].count() * outline.bytes[2].count() <= k_beginnings_max;
}

// Whether what must stand before a match says that no letter, digit or underscore does, or an escaped break.
bool begins_a_word(std::string_view before) {
  if (before.starts_with(k_word_begins)) return true;
  if (!before.starts_with("(?<![0-9A-Za-z_") || before.find('|') != std::string_view::npos) return false;
  const std::string_view rest = before.substr(std::min(before.size(), before.find("])") + 2));
  return rest.empty() || rest.starts_with('(');
}

// The places, from the first on, among which "(?=[^0-9\s]{0,31}[0-9])" demands a digit; 0: no such demand.
std::size_t digit_within(std::string_view value) {
  constexpr std::string_view opening = "(?<secret>(?=[^0-9\\s]{0,";
  if (!value.starts_with(opening)) return 0;
  std::size_t places = 0;
  std::size_t at = opening.size();
  for (; at < value.size() && value[at] >= '0' && value[at] <= '9' && places < k_unbounded; ++at) {
    places = places * 10 + static_cast<std::size_t>(value[at] - '0');
  }
  return value.substr(at).starts_with("}[0-9])") ? places + 1 : 0;
}

// Whether every value is a run that is long or holds a digit.
bool is_telling(std::string_view value, const Outline& outline) {
  static const ByteSet digits = where([](unsigned char c) { return c >= '0' && c <= '9'; });
  const std::size_t run = run_of(outline);
  if (run >= k_long_run_bytes) return true;
  if (run < k_run_bytes) return false;
  const std::size_t demanded = digit_within(value);
  const auto end = outline.bytes.begin() + static_cast<std::ptrdiff_t>(run);
  return (demanded > 0 && demanded <= run) ||
         std::any_of(outline.bytes.begin(), end, [&](const ByteSet& bytes) { return within(bytes, digits); });
}

std::string packed(const Outline& outline) {
  std::string sets;
  for (std::size_t i = 0; i < std::min(outline.bytes.size(), k_first_bytes_max); ++i) {
    for (unsigned c = 0; c < 256; c += 8) {
      unsigned bits = 0;
      for (unsigned bit = 0; bit < 8; ++bit) bits |= outline.bytes[i][c + bit] ? 1U << bit : 0U;
      sets += static_cast<char>(bits);
    }
  }
  return sets;
}

}  // namespace

void set_route(Rule& rule) {
  rule.route = Route::automaton;
  rule.first_bytes.clear();
  const std::string_view pattern = rule.pattern;
  const auto outline = outline_of(pattern);
  if (!outline || !begins_in_few_ways(*outline)) return;
  static const ByteSet word_bytes = where(is_word);
  const bool word = begins_a_word(rule.before) && within(outline->bytes[0], word_bytes);
  if (word && run_of(*outline) >= k_run_bytes) {
    rule.route = Route::token;
  } else if (rule.value_at > 0 && rule.before == k_name_begins && has_plain_name(pattern, rule.value_at)) {
    const auto name = outline_of(pattern.substr(0, rule.value_at));
    const auto value = outline_of(pattern.substr(rule.value_at));
    if (!name || !value || name->length_max > k_name_reach_max) return;
    if (!is_telling(pattern.substr(rule.value_at), *value) || !within(outline->bytes[0], word_bytes)) return;
    rule.route = Route::assigned;
    rule.reach = name->length_max;
  }
  if (rule.route == Route::automaton) return;
  for (const Outline& each : outlines_of(pattern)) rule.first_bytes.push_back(packed(each));
}

}  // namespace codelake::secrets
