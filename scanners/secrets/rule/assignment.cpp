// SPDX-License-Identifier: Apache-2.0
// A name is given a value in a few ways only, whatever the language:
//     KEYWORD rest-of-name  closing  type   operator   opening  value
//     shop    _api_key       "              :           "       x7Kq…      JSON
//     SHOP    _API_KEY              string  =           `       x7Kq…      var SHOP_API_KEY string = `x7Kq…`
//     shop    Token                         >           line    x7Kq…      <shopToken>⏎ x7Kq…
// Every part is bounded, so that a look at one candidate costs a few hundred steps at most.
#include "scanners/secrets/rule/assignment.h"

#include "scanners/secrets/rule/expression.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace codelake::secrets {

namespace {

constexpr std::string_view k_name = R"([0-9A-Za-z_.\-]{0,40})";
constexpr std::string_view k_name_before_noun = R"([0-9A-Za-z_.\- ]{0,30}?)";
constexpr std::string_view k_closing = R"([\\"'`\])]{0,4})";
constexpr std::string_view k_type = R"((?:[ \t]{0,4}:?[ \t]{1,4}[A-Za-z]{3,12})?)";
constexpr std::string_view k_operator = R"((?:\s{0,8}(?:=>|->|[:?.|]{0,3}={1,3}|!=|:|,|\()|>)\s{0,8})";
constexpr std::string_view k_opening =
    R"((?:[A-Za-z@$]{0,2}[\\"'`]{1,4})?(?:(?i:bearer|token|basic|bot)[ ])?)";
// Its words.
constexpr std::array<std::string_view, 4> k_schemes = {"bearer", "token", "basic", "bot"};

// What a character may be before a value, a bit for each: asked for at every value of every file.
enum Use : std::uint8_t { k_quote = 1, k_space = 2, k_operator_end = 4, k_in_operator = 8, k_before_quote = 16, k_named = 32 };

constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

constexpr std::array<std::uint8_t, 256> k_uses = [] {
  std::array<std::uint8_t, 256> uses{};
  const auto add = [&uses](std::string_view characters, Use use) {
    for (const char c : characters) uses[static_cast<unsigned char>(c)] |= use;
  };
  add("\\\"'`", k_quote);
  add(" \t\n\v\f\r", k_space);
  add("=>:,(", k_operator_end);
  add("=>:,(!-?.|", k_in_operator);
  add(k_letters, k_before_quote);
  add("@$", k_before_quote);
  add(k_letters, k_named);
  add("0123456789_.- \t\\\"'`]):", k_named);
  return uses;
}();

constexpr bool may_be(char c, unsigned uses) { return (k_uses[static_cast<unsigned char>(c)] & uses) != 0; }

bool all_named(const Expression& expression) {
  for (unsigned c = 0; c < 256; ++c) {
    if (expression.bytes[c] && !may_be(static_cast<char>(c), k_named)) return false;
  }
  return std::all_of(expression.parts.begin(), expression.parts.end(), all_named);
}

// Goes back from the beginning of a value, no farther than to `floor`.
class Back {
 public:
  Back(std::string_view text, std::size_t end, std::size_t floor) : m_text(text), m_floor(floor), m_end(end) {}

  std::size_t pass(std::size_t max, Use use) {
    const std::size_t before = m_end;
    const std::size_t least = std::max(m_floor, before - std::min(before, max));
    while (m_end > least && may_be(m_text[m_end - 1], use)) --m_end;
    return before - m_end;
  }

  // The quotes of k_opening and the space of k_operator. False: no operator stands before.
  bool to_operator() {
    if (pass(4, k_quote) > 0) pass(2, k_before_quote);
    pass(8, k_space);
    return m_end > m_floor && may_be(m_text[m_end - 1], k_operator_end);
  }

  // A word of k_opening.
  bool pass_scheme() {
    const std::string_view before = m_text.substr(m_floor, m_end - m_floor);
    const auto ends_with = [&](std::string_view word) {
      return before.size() >= word.size() && std::equal(word.rbegin(), word.rend(), before.rbegin(), [](char a, char b) { return a == (b | 0x20); });
    };
    const auto scheme = std::find_if(k_schemes.begin(), k_schemes.end(), ends_with);
    if (scheme == k_schemes.end()) return false;
    m_end -= scheme->size();
    return true;
  }

  // Then to the beginning of the name.
  std::size_t to_name() {
    pass(6, k_in_operator);
    pass(8, k_space);
    pass(k_name_reach_max, k_named);
    return m_end;
  }

 private:
  std::string_view m_text;
  std::size_t m_floor;
  std::size_t m_end;
};

}  // namespace

bool has_plain_name(std::string_view pattern, std::size_t value_at) {
  std::string_view name = pattern.substr(0, value_at);
  for (const std::string_view part : {k_opening, k_operator, k_type, k_closing}) {
    if (!name.ends_with(part)) return false;
    name.remove_suffix(part.size());
  }
  const auto expression = read_expression(name);
  return expression && all_named(*expression);
}

std::optional<std::size_t> name_of_value(std::string_view text, std::size_t at, std::size_t floor) {
  std::optional<std::size_t> name;
  if (at <= floor || !may_be(text[at - 1], k_quote | k_space | k_operator_end)) return name;
  Back plain(text, at, floor);
  if (plain.to_operator()) name = plain.to_name();
  if (text[at - 1] != ' ') return name;
  Back worded(text, at - 1, floor);
  if (!worded.pass_scheme() || !worded.to_operator()) return name;
  return std::min(name.value_or(at), worded.to_name());
}

std::string assignment_anchor(std::string_view keyword) {
  return "(?i:" + std::string(keyword) + ")";
}

Assignment assignment(std::string_view keyword, std::string_view nouns, std::string_view value) {
  std::string out = assignment_anchor(keyword);
  if (!nouns.empty()) out.append(k_name_before_noun).append("(?i:").append(nouns).append(")");
  out.append(k_name).append(k_closing).append(k_type).append(k_operator).append(k_opening);
  const std::size_t value_at = out.size();
  out.append("(?<secret>").append(value).append(")");
  return {std::move(out), value_at};
}

}  // namespace codelake::secrets
