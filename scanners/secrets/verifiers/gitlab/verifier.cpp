// SPDX-License-Identifier: Apache-2.0
// Routable tokens of GitLab: prefix, base64url of lines such as "o:1" and "u:7y" (ids in base 36) around
// random bytes,
// ".", the length of that text as two digits of base 36, ".", a version digit … and the CRC-32 of all before
// it as seven digits of base 36.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::gitlab {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::size_t width = 7;
  if (secret.size() <= width) return Verification::failed;
  const std::string_view body = secret.substr(0, secret.size() - width);
  return checksum_is(in_base(crc32(body), k_base36, width) == secret.substr(body.size()));
}

}  // namespace

Verifier make_verifier() {
  return {"gitlab", check};
}

}  // namespace codelake::secrets::gitlab
