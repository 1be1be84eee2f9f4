// SPDX-License-Identifier: Apache-2.0
// Zuplo: "zpka_", 32 characters, "_", and their CRC-32 in hex.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::zuplo {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  return checksum_is(secret.size() == 46 && ends_with_crc32(secret, secret.substr(5, 32)));
}

}  // namespace

Verifier make_verifier() {
  return {"zuplo", check};
}

}  // namespace codelake::secrets::zuplo
