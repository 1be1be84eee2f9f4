// SPDX-License-Identifier: Apache-2.0
// NATS seeds: base32 of a byte that says "seed" and the kind of account, spread over two bytes, 32 bytes, and
// their CRC-16, lowest byte first.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::nats {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base32(secret);
  if (secret.size() != 58 || !bytes || bytes->size() != 36) return Verification::failed;
  const std::uint16_t crc = crc16(std::string_view(*bytes).substr(0, 34));
  const auto octet = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>((*bytes)[i]));
  };
  return checksum_is((octet(0) & 0xF8U) == 18U << 3U && (octet(34) | octet(35) << 8U) == crc);
}

}  // namespace

Verifier make_verifier() {
  return {"nats", check};
}

}  // namespace codelake::secrets::nats
