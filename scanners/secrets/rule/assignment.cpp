// SPDX-License-Identifier: Apache-2.0
// A name is given a value in a few ways only, whatever the language:
//     KEYWORD rest-of-name  closing  type   operator   opening  value
//     shop    _api_key       "              :           "       x7Kq…      JSON
//     SHOP    _API_KEY              string  =           `       x7Kq…      var SHOP_API_KEY string = `x7Kq…`
//     shop    Token                         >           line    x7Kq…      <shopToken>⏎ x7Kq…
// Every part is bounded, so that a look at one candidate costs a few hundred steps at most.
#include "scanners/secrets/rule/assignment.h"

namespace codelake::secrets {

namespace {

constexpr std::string_view k_name = R"([0-9A-Za-z_.\-]{0,40})";
constexpr std::string_view k_name_before_noun = R"([0-9A-Za-z_.\- ]{0,30}?)";
constexpr std::string_view k_closing = R"([\\"'`\])]{0,4})";
constexpr std::string_view k_type = R"((?:[ \t]{0,4}:?[ \t]{1,4}[A-Za-z]{3,12})?)";
constexpr std::string_view k_operator = R"((?:\s{0,8}(?:=>|->|[:?.|]{0,3}={1,3}|!=|:|,|\()|>)\s{0,8})";
constexpr std::string_view k_opening =
    R"((?:[A-Za-z@$]{0,2}[\\"'`]{1,4})?(?:(?i:bearer|token|basic|bot)[ ])?)";

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether k_operator and the quotes of k_opening may end at `end`.
bool may_follow_operator(std::string_view text, std::size_t end) {
  const auto pass = [&](std::size_t max, auto holds) {
    const std::size_t before = end;
    while (end > 0 && before - end < max && holds(text[end - 1])) --end;
    return before - end;
  };
  if (pass(4, [](char c) { return is_one_of(c, "\\\"'`"); }) > 0) {
    pass(2, [](char c) { return is_letter(c) || c == '@' || c == '$'; });
  }
  pass(8, [](char c) { return is_one_of(c, " \t\n\v\f\r"); });
  return end > 0 && is_one_of(text[end - 1], "=>:,(");
}

}  // namespace

bool may_be_assigned(std::string_view text, std::size_t at) {
  if (may_follow_operator(text, at)) return true;
  if (at == 0 || text[at - 1] != ' ') return false;
  // A word of k_opening may stand between, of six letters at most.
  std::size_t word = at - 1;
  while (word > 0 && at - word < 7 && is_letter(text[word - 1])) --word;
  return may_follow_operator(text, word);
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
