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

// Characters, each one bit: asked for at every value of every file.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (const char c : characters) m_bits[place_of(c)] |= bit_of(c);
  }
  constexpr bool holds(char c) const { return (m_bits[place_of(c)] & bit_of(c)) != 0; }

 private:
  static constexpr std::size_t place_of(char c) { return static_cast<unsigned char>(c) / 64U; }
  static constexpr std::uint64_t bit_of(char c) { return std::uint64_t{1} << static_cast<unsigned char>(c) % 64U; }

  std::array<std::uint64_t, 4> m_bits{};
};

constexpr CharacterSet k_quotes("\\\"'`");
constexpr CharacterSet k_spaces(" \t\n\v\f\r");
constexpr CharacterSet k_operator_ends("=>:,(");

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr CharacterSet k_operators("=>:,(!-?.|");
constexpr CharacterSet k_named("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.- \t\\\"'`]):");

bool all_named(const Expression& expression) {
  for (unsigned c = 0; c < 256; ++c) {
    if (expression.bytes[c] && !k_named.holds(static_cast<char>(c))) return false;
  }
  return std::all_of(expression.parts.begin(), expression.parts.end(), all_named);
}

// Goes back from the beginning of a value.
class Back {
 public:
  Back(std::string_view text, std::size_t end) : m_text(text), m_end(end) {}

  template <class Holds>
  std::size_t pass(std::size_t max, const Holds& holds) {
    const std::size_t before = m_end;
    while (m_end > 0 && before - m_end < max && holds(m_text[m_end - 1])) --m_end;
    return before - m_end;
  }
  std::size_t pass(std::size_t max, const CharacterSet& set) {
    return pass(max, [&](char c) { return set.holds(c); });
  }

  // The quotes of k_opening and the space of k_operator. False: no operator stands before.
  bool to_operator() {
    if (pass(4, k_quotes) > 0) pass(2, [](char c) { return is_letter(c) || c == '@' || c == '$'; });
    pass(8, k_spaces);
    return m_end > 0 && k_operator_ends.holds(m_text[m_end - 1]);
  }

  // Then to the beginning of the name.
  std::size_t to_name() {
    pass(6, k_operators);
    pass(8, k_spaces);
    pass(k_name_reach_max, k_named);
    return m_end;
  }

 private:
  std::string_view m_text;
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

std::optional<std::size_t> name_of_value(std::string_view text, std::size_t at) {
  std::optional<std::size_t> name;
  Back plain(text, at);
  if (plain.to_operator()) name = plain.to_name();
  if (at == 0 || text[at - 1] != ' ') return name;
  // A word of k_opening may stand between, of six letters at most.
  Back worded(text, at - 1);
  worded.pass(6, is_letter);
  if (!worded.to_operator()) return name;
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
