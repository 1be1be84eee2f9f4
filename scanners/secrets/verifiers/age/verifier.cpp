// SPDX-License-Identifier: Apache-2.0
// Keys of age: bech32 (BIP-173) with the human-readable part "age-secret-key-", in upper case.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::age {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const std::string text = lower_case(secret);
  const auto split = text.rfind('1');
  if (split == std::string::npos) return Verification::failed;
  const std::string_view all = text;
  return checksum_is(bech32_residue(all.substr(0, split), all.substr(split + 1)) == 1);
}

}  // namespace

Verifier make_verifier() {
  return {"age", check};
}

}  // namespace codelake::secrets::age
