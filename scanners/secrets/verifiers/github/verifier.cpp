// SPDX-License-Identifier: Apache-2.0
// GitHub (blog, 2021-04-05), and in the same way npm, Vercel and NetBird: "ghp_", a body, and the CRC-32 of
// that body in six digits of base 62.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::github {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::size_t width = 6;
  const std::string_view text = after_first(secret, '_');
  if (text.size() <= width) return Verification::failed;
  const std::string_view body = text.substr(0, text.size() - width);
  return checksum_is(in_base(crc32(body), k_base62, width) == text.substr(body.size()));
}

}  // namespace

Verifier make_verifier() {
  return {"github", check};
}

}  // namespace codelake::secrets::github
