// SPDX-License-Identifier: Apache-2.0
// Confluent: "cflt", 54 characters, and the first six base64 digits of their CRC-32, lowest byte first.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::confluent {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  if (secret.size() != 64) return Verification::failed;
  const std::uint32_t crc = crc32(secret.substr(4, 54));
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(crc >> shift & 0xFFU);
  return checksum_is(encode_base64(bytes, k_base64).substr(0, 6) == secret.substr(58));
}

}  // namespace

Verifier make_verifier() {
  return {"confluent", check};
}

}  // namespace codelake::secrets::confluent
