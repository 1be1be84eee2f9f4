// SPDX-License-Identifier: Apache-2.0
// Cloudflare tokens: "cfut_", forty characters, and their CRC-32 in hex.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::cloudflare {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::size_t width = 8;
  const std::string_view text = after_first(secret, '_');
  if (text.size() <= width) return Verification::failed;
  return checksum_is(ends_with_crc32(text, text.substr(0, text.size() - width)));
}

}  // namespace

Verifier make_verifier() {
  return {"cloudflare", check};
}

}  // namespace codelake::secrets::cloudflare
