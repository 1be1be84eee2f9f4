// SPDX-License-Identifier: Apache-2.0
// AWS key ids: sixteen base32 digits. In ids of the newer generation (highest bit set) the 47 bits that
// follow are the account number, which has twelve decimal digits.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::aws_key {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::uint64_t accounts = 1'000'000'000'000ULL;
  if (secret.size() != 20 || secret.find("EXAMPLE") != std::string_view::npos) return Verification::failed;
  const auto bytes = decode_base32(secret.substr(4));
  if (!bytes || bytes->size() < 6) return Verification::failed;
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 6; ++i) head = head << 8U | static_cast<unsigned char>((*bytes)[i]);
  const bool newer = (head >> 47U) == 1;
  const std::uint64_t account = (head & 0x7fffffffff80ULL) >> 7U;
  return form_is(!newer || account < accounts);
}

}  // namespace

Verifier make_verifier() {
  return {"aws-key", check};
}

}  // namespace codelake::secrets::aws_key
