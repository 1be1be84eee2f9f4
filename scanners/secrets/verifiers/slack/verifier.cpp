// SPDX-License-Identifier: Apache-2.0
// Slack tokens: a kind, then numbers of the team and the user that do not begin with 0, then a secret.
// Samples count up or repeat one digit.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::slack {

Verifier make_verifier();

namespace {

bool is_number(std::string_view part) {
  return part.size() >= 8 && part.size() <= 14 && is_made_of(part, "0123456789");
}

bool is_sample(std::string_view number) {
  return number.front() == '0' || number.starts_with("123456789") ||
         number.find_first_not_of(number.front()) == std::string_view::npos;
}

Verification check(std::string_view secret) {
  std::size_t numbers = 0;
  for (std::size_t at = secret.find('-'); at != std::string_view::npos;) {
    const std::size_t end = secret.find('-', at + 1);
    const std::string_view part = secret.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
    if (is_number(part)) {
      if (is_sample(part)) return Verification::failed;
      ++numbers;
    }
    at = end;
  }
  return form_is(secret.starts_with("xo") ? numbers >= 1 : secret.starts_with("xapp-"));
}

}  // namespace

Verifier make_verifier() {
  return {"slack", check};
}

}  // namespace codelake::secrets::slack
