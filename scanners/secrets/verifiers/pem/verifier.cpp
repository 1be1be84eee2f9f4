// SPDX-License-Identifier: Apache-2.0
// Private keys in PEM: see private_key.h.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/verifiers/private_key.h"

namespace codelake::secrets::pem {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  return verify_private_key(secret);
}

}  // namespace

Verifier make_verifier() {
  return {"pem", check};
}

}  // namespace codelake::secrets::pem
