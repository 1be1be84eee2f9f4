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

}  // namespace

std::string assignment_anchor(std::string_view keyword) {
  return "(?i:" + std::string(keyword) + ")";
}

std::string assignment(std::string_view keyword, std::string_view nouns, std::string_view value) {
  std::string out = assignment_anchor(keyword);
  if (!nouns.empty()) out.append(k_name_before_noun).append("(?i:").append(nouns).append(")");
  out.append(k_name).append(k_closing).append(k_type).append(k_operator).append(k_opening);
  return out.append("(?<secret>").append(value).append(")");
}

}  // namespace codelake::secrets
