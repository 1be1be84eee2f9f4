// SPDX-License-Identifier: Apache-2.0
// Grafana service account tokens: prefix and body of 37 characters, "_", and their CRC-32 in hex, lowest byte
// first.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::grafana {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  if (secret.size() != 46 || secret[37] != '_') return Verification::failed;
  return checksum_is(lower_case(secret.substr(38)) == hex_of_little_endian(crc32(secret.substr(0, 37))));
}

}  // namespace

Verifier make_verifier() {
  return {"grafana", check};
}

}  // namespace codelake::secrets::grafana
