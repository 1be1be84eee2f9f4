// SPDX-License-Identifier: Apache-2.0
// Azure DevOps tokens of old: 52 base32 digits, 32 bytes. Four of the bytes (22, 8, 7 and 2, the lowest
// first) are the CRC-32 of the others, combined with a number that says whether the token is a person's or an
// application's.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::azure_devops {

Verifier make_verifier();

namespace {

constexpr std::uint32_t k_person = 0xE0B9692D;
constexpr std::uint32_t k_application = 0x1019F92E;

Verification check(std::string_view secret) {
  std::string upper;
  for (const char c : secret) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const auto bytes = decode_base32(upper);
  if (secret.size() != 52 || !bytes || bytes->size() < 32) return Verification::failed;
  std::string rest;
  std::uint32_t sum = 0;
  for (const std::size_t i : {2U, 7U, 8U, 22U}) sum = sum << 8U | static_cast<unsigned char>((*bytes)[i]);
  for (std::size_t i = 0; i < 32; ++i) {
    if (i != 2 && i != 7 && i != 8 && i != 22) rest += (*bytes)[i];
  }
  const std::uint32_t crc = crc32(rest);
  return checksum_is(sum == (crc ^ k_person) || sum == (crc ^ k_application));
}

}  // namespace

Verifier make_verifier() {
  return {"azure-devops", check};
}

}  // namespace codelake::secrets::azure_devops
