// SPDX-License-Identifier: Apache-2.0
// Fly.io: "fm2_" and base64 of a macaroon in MessagePack: an array, whose first byte says so.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::fly {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const std::string_view text = after_first(secret, '_');
  const auto bytes = decode_base64(text.substr(0, text.find(',')));
  if (!bytes || bytes->size() < 60) return Verification::failed;
  return form_is((static_cast<unsigned char>(bytes->front()) & 0xF0U) == 0x90U);
}

}  // namespace

Verifier make_verifier() {
  return {"fly", check};
}

}  // namespace codelake::secrets::fly
