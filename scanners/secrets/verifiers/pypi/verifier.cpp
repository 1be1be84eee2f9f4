// SPDX-License-Identifier: Apache-2.0
// PyPI: base64 of a macaroon, version 2: its location first, a signature of 32 bytes last.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::pypi {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base64(after_first(secret, '-'));
  if (!bytes || bytes->size() < 60) return Verification::failed;
  const std::string_view tail = std::string_view(*bytes).substr(bytes->size() - 34);
  return checksum_is(bytes->starts_with("\x02\x01") && tail.starts_with("\x06\x20"));
}

}  // namespace

Verifier make_verifier() {
  return {"pypi", check};
}

}  // namespace codelake::secrets::pypi
