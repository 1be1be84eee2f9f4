// SPDX-License-Identifier: Apache-2.0
// Anthropic keys: base64url of 70 bytes, whose last digits are the "AA" that stands for zeros.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::anthropic {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  return form_is(secret.ends_with("AA"));
}

}  // namespace

Verifier make_verifier() {
  return {"anthropic", check};
}

}  // namespace codelake::secrets::anthropic
