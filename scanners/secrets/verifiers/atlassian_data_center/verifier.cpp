// SPDX-License-Identifier: Apache-2.0
// Access tokens of Bitbucket, Jira and Confluence Data Center: base64 of a number, ":" and random bytes.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::atlassian_data_center {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base64(secret.starts_with("BBDC-") ? secret.substr(5) : secret);
  if (!bytes) return Verification::failed;
  const auto colon = bytes->find(':');
  if (colon == std::string::npos || bytes->size() < colon + 16) return Verification::failed;
  return form_is(number_of(std::string_view(*bytes).substr(0, colon)) >= 1000);
}

}  // namespace

Verifier make_verifier() {
  return {"atlassian-data-center", check};
}

}  // namespace codelake::secrets::atlassian_data_center
