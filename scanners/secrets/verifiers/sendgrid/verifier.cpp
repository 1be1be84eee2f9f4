// SPDX-License-Identifier: Apache-2.0
// SendGrid: "SG.", base64url of 16 bytes, ".", base64url of 32 bytes. Neither length is a multiple of three,
// so that the last digit of each part has bits which are always zero.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

#include <algorithm>

namespace codelake::secrets::sendgrid {

Verifier make_verifier();

namespace {

// Whether the text is what encoding its own bytes gives.
bool is_exact(std::string_view text, std::size_t size) {
  const auto bytes = decode_base64(text);
  return bytes && bytes->size() == size && encode_base64(*bytes, k_base64url) == text;
}

Verification check(std::string_view secret) {
  if (!secret.starts_with("SG.")) return Verification::failed;
  const std::string_view id = secret.substr(3, secret.find('.', 3) - 3);
  return form_is(is_exact(id, 16) && is_exact(secret.substr(std::min(secret.size(), id.size() + 4)), 32));
}

}  // namespace

Verifier make_verifier() {
  return {"sendgrid", check};
}

}  // namespace codelake::secrets::sendgrid
