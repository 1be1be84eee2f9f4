// SPDX-License-Identifier: Apache-2.0
// Fixes are made in rounds: all replacements that do not overlap, then a new look at the text, until there are none.
//
//     f(f(1))        rule: f($X) → g($X); the outer match begins first
//     g(f(1))        first round: the inner one overlapped
//     g(g(1))        second round; the third look finds nothing
//
// A rule that still wants to replace after k_rounds_max rounds (f($X) → f($X, 0) with a pattern f($X, ...)) is left out
// and the file is begun anew without it; so the end does not depend on where the rounds were stopped.
#include "scanners/sast/autofix.h"

#include "core/limits.h"
#include "scanners/sast/interpolation.h"

#include <algorithm>
#include <tuple>

namespace codelake::sast {

namespace {

constexpr int k_rounds_max = 12;
// So large may a text become by its fixes; "$X" twice in a fix doubles what it stands for in every round.
constexpr std::size_t k_growth_max = 4;
constexpr std::size_t k_growth_free_bytes = 1U << 20;

// The white space a further line of a replacement begins with. The dashes of a YAML list hold room for its items.
std::string indentation_at(std::string_view source, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && source[begin - 1] != '\n') --begin;
  std::string white;
  for (std::size_t i = begin; i < offset; ++i) {
    const bool dash = source[i] == '-' && i + 1 < source.size() && source[i + 1] == ' ';
    if (source[i] != ' ' && source[i] != '\t' && !dash) break;
    white += dash ? ' ' : source[i];
  }
  return white;
}

// The text with the line breaks of the source, and `white` before each further line that is not empty.
std::string indented(std::string_view text, const std::string& white, std::string_view source) {
  const std::size_t first_break = source.find('\n');
  const bool carriage = first_break != std::string_view::npos && first_break > 0 && source[first_break - 1] == '\r';
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && carriage) result += '\r';
    result += text[i];
    const bool blank = i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' && !blank) result += white;
  }
  return result;
}

// The text of a group as a replacement refers to it: "\1", "\g<1>"; other escapes are the usual ones.
class Replacement {
 public:
  Replacement(std::string_view text, std::string_view source) : m_text(text), m_source(source) {}

  void append(const Regex& regex, const RegexMatch& match, std::string& to) const {
    for (std::size_t i = 0; i < m_text.size(); ++i) {
      if (m_text[i] != '\\' || i + 1 == m_text.size()) {
        to += m_text[i];
        continue;
      }
      i = escape(i + 1, regex, match, to);
    }
  }

 private:
  // Returns the place of the escape's last character.
  std::size_t escape(std::size_t at, const Regex& regex, const RegexMatch& match, std::string& to) const {
    const char c = m_text[at];
    if (is_digit(c)) {
      const bool two = at + 1 < m_text.size() && is_digit(m_text[at + 1]);
      add_group(number_of(m_text.substr(at, two ? 2 : 1)), match, to);
      return two ? at + 1 : at;
    }
    const auto close = m_text.find('>', at);
    if (c == 'g' && m_text.substr(at + 1).starts_with('<') && close != std::string_view::npos) {
      add_group(named(m_text.substr(at + 2, close - at - 2), regex), match, to);
      return close;
    }
    to += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    return at;
  }

  void add_group(std::size_t number, const RegexMatch& match, std::string& to) const {
    if (number >= match.groups.size() || !match.groups[number].matched) return;
    const RegexMatch::Group& group = match.groups[number];
    to += m_source.substr(group.begin, group.end - group.begin);
  }

  static std::size_t named(std::string_view name, const Regex& regex) {
    for (const auto& [known, number] : regex.names()) {
      if (known == name) return number;
    }
    return number_of(name);
  }

  static std::size_t number_of(std::string_view digits) {
    std::size_t number = 0;
    for (const char c : digits.substr(0, 4)) {
      if (!is_digit(c)) return k_no_group;
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  static constexpr std::size_t k_no_group = 100'000;
  std::string_view m_text;
  std::string_view m_source;
};

std::optional<std::string> replaced(const RegexFix& fix, std::string_view text) {
  Regex::Options options;
  options.utf = true;
  const auto regex = Regex::compile(fix.regex, options);
  if (!regex) return std::nullopt;
  const Replacement replacement(fix.replacement, text);
  std::string result;
  std::size_t done = 0;
  std::size_t from = 0;
  for (std::uint32_t hits = 0; (fix.count == 0 || hits < fix.count) && from <= text.size(); ++hits) {
    RegexLimit limit = RegexLimit::not_hit;
    const auto hit = regex->find(text, from, &limit);
    if (limit == RegexLimit::hit) return std::nullopt;
    if (!hit) break;
    result += text.substr(done, hit->begin() - done);
    replacement.append(*regex, *hit, result);
    done = hit->end();
    from = hit->end() + (hit->end() == hit->begin() ? 1 : 0);
  }
  result += text.substr(done);
  return result;
}

std::size_t begin_of(const Finding& finding) { return finding.range.start.offset; }
std::size_t end_of(const Finding& finding) { return finding.range.end.offset; }

// The findings with a replacement that changes something, in the order in which they take precedence.
std::vector<const Finding*> replaceable(std::string_view text, const std::vector<Finding>& findings,
                                        const std::set<std::string>& left_out) {
  std::vector<const Finding*> all;
  for (const Finding& finding : findings) {
    if (!finding.replacement || finding.suppression || left_out.contains(finding.rule_id)) continue;
    if (end_of(finding) > text.size() || begin_of(finding) > end_of(finding)) continue;
    const std::string_view old = text.substr(begin_of(finding), end_of(finding) - begin_of(finding));
    if (old != *finding.replacement) all.push_back(&finding);
  }
  std::sort(all.begin(), all.end(), [](const Finding* a, const Finding* b) {
    return std::tuple(begin_of(*a), end_of(*b), std::string_view(a->rule_id), std::string_view(*a->replacement)) <
           std::tuple(begin_of(*b), end_of(*a), std::string_view(b->rule_id), std::string_view(*b->replacement));
  });
  return all;
}

}  // namespace

std::optional<std::string> replacement_of(const Rule& rule, const Match& match, std::string_view source) {
  if (rule.fix) {
    std::string_view text = *rule.fix;
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    // What is found of a statement ends before its semicolon, so that it can be a part of other patterns.
    if (text.ends_with(';') && source.substr(match.end).starts_with(';')) text.remove_suffix(1);
    return interpolated_in_full(indented(text, indentation_at(source, match.begin), source), rule, match, source);
  }
  if (!rule.regex_fix) return std::nullopt;
  return replaced(*rule.regex_fix, source.substr(match.begin, match.end - match.begin));
}

Edited with_replacements(std::string_view text, const std::vector<Finding>& findings,
                         const std::set<std::string>& left_out) {
  Edited edited;
  std::size_t done = 0;
  for (const Finding* finding : replaceable(text, findings, left_out)) {
    if (edited.count > 0 && begin_of(*finding) < done) continue;
    edited.text += text.substr(done, begin_of(*finding) - done);
    edited.text += *finding->replacement;
    done = end_of(*finding);
    edited.rules.insert(finding->rule_id);
    ++edited.count;
  }
  edited.text += text.substr(done);
  return edited;
}

Autofix autofix(const std::string& text, const std::vector<Finding>& findings, const Look& look) {
  Autofix result{text, 0, {}};
  Edited edited = with_replacements(text, findings, result.unsettled);
  // Rules that feed each other take turns; those of the later rounds are the ones that do not end.
  std::set<std::string> late;
  const std::size_t bytes_max = text.size() * k_growth_max + k_growth_free_bytes;
  for (int round = 1; edited.count > 0; ++round) {
    if (round > k_rounds_max || edited.text.size() > bytes_max) {
      // Every restart leaves at least one rule more out, so this ends.
      result.unsettled.merge(edited.rules);
      result.unsettled.merge(late);
      late.clear();
      result.count = 0;
      edited = with_replacements(text, findings, result.unsettled);
      round = 0;
      continue;
    }
    result.count += edited.count;
    if (round > k_rounds_max / 2) late.merge(edited.rules);
    result.text = std::move(edited.text);
    edited = with_replacements(result.text, look(result.text), result.unsettled);
  }
  if (result.count == 0) result.text = text;
  return result;
}

bool reads_as_well(const syntax::Language& language, std::string_view before, std::string_view after) {
  const std::size_t depth_max = Limits{}.tree_depth_max;
  return language.parse(after, depth_max).error_count <= language.parse(before, depth_max).error_count;
}

}  // namespace codelake::sast
