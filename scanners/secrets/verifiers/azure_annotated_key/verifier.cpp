// SPDX-License-Identifier: Apache-2.0
// Common annotated keys of Microsoft: 52 random characters, "JQQJ99" (or 9D, 9H), year and month as letters,
// twelve reserved characters, four of the provider, four that name it, and the Marvin32 checksum of these 60
// bytes: its bytes, lowest first, or the same as a number of base 62 with the highest byte first and zeros
// behind. 84 characters hold three bytes or four digits of it, 88 all of it.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/marvin.h"

#include <algorithm>

namespace codelake::secrets::azure_annotated_key {

Verifier make_verifier();

namespace {

constexpr std::size_t k_summed_text = 80;

Verification check(std::string_view secret) {
  if (secret.size() != 84 && secret.size() != 88) return Verification::failed;
  const auto bytes = decode_base64(secret.substr(0, k_summed_text));
  if (!bytes || secret.substr(52, 4) != "JQQJ" || secret[59] < 'A' || secret[59] > 'L')
    return Verification::failed;
  const std::uint32_t sum = marvin32(*bytes, "Default0");
  std::string low_first;
  std::uint32_t turned = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    low_first += static_cast<char>(sum >> shift & 0xFFU);
    turned = turned << 8U | (sum >> shift & 0xFFU);
  }
  std::string digits = in_base(turned, k_base62, 1);
  digits.append(6 - std::min<std::size_t>(6, digits.size()), '0');
  std::string_view given = secret.substr(k_summed_text);
  given = given.substr(0, given.find('='));
  const std::string plain = encode_base64(secret.size() == 88 ? low_first : low_first.substr(0, 3), k_base64);
  return checksum_is(plain == given || digits.starts_with(given));
}

}  // namespace

Verifier make_verifier() {
  return {"azure-annotated-key", check};
}

}  // namespace codelake::secrets::azure_annotated_key
