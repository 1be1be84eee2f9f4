// SPDX-License-Identifier: Apache-2.0
// Stellar seeds (SEP-23): base32 of a version byte, 32 bytes, and their CRC-16, lowest byte first.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::stellar {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base32(secret);
  if (secret.size() != 56 || !bytes || bytes->size() != 35) return Verification::failed;
  const std::uint16_t crc = crc16(std::string_view(*bytes).substr(0, 33));
  const auto octet = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>((*bytes)[i]));
  };
  return checksum_is(octet(0) == 18U << 3U && (octet(33) | octet(34) << 8U) == crc);
}

}  // namespace

Verifier make_verifier() {
  return {"stellar", check};
}

}  // namespace codelake::secrets::stellar
