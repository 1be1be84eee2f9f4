// SPDX-License-Identifier: Apache-2.0
// Telegram: the number of the bot, ":", and 35 characters that begin with "AA". Numbers do not begin with 0;
// samples count up.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::telegram {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const std::string_view number = secret.substr(0, secret.find(':'));
  const bool sample = number.starts_with("0") || std::string_view("1234567890").starts_with(number);
  return form_is(number_of(number) > 0 && !sample && secret.size() == number.size() + 36);
}

}  // namespace

Verifier make_verifier() {
  return {"telegram", check};
}

}  // namespace codelake::secrets::telegram
