// SPDX-License-Identifier: Apache-2.0
// Discord bot tokens: base64 of the bot's id in decimal, ".", six characters of time, ".", a signature. An id
// is a snowflake: its bits above the 22nd are milliseconds since the first second of 2015.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::discord {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::uint64_t years = 60;
  constexpr std::uint64_t milliseconds_max = years * 366 * 24 * 3600 * 1000;
  const auto id = decode_base64(secret.substr(0, secret.find('.')));
  if (!id || id->size() < 16) return Verification::failed;
  const std::uint64_t milliseconds = number_of(*id) >> 22U;
  return form_is(milliseconds > 0 && milliseconds < milliseconds_max);
}

}  // namespace

Verifier make_verifier() {
  return {"discord", check};
}

}  // namespace codelake::secrets::discord
