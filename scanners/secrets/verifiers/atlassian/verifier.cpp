// SPDX-License-Identifier: Apache-2.0
// Atlassian API tokens, Bitbucket app passwords and Trello tokens: the last eight hex digits are the CRC-32
// of all before them, prefix included.
#include "scanners/secrets/verifiers/verifier.h"

#include <algorithm>

namespace codelake::secrets::atlassian {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  return checksum_is(
      ends_with_crc32(secret, secret.substr(0, secret.size() - std::min<std::size_t>(8, secret.size()))));
}

}  // namespace

Verifier make_verifier() {
  return {"atlassian", check};
}

}  // namespace codelake::secrets::atlassian
