// SPDX-License-Identifier: Apache-2.0
// Bitcoin keys in Base58Check: WIF (version 0x80 or 0xEF, 32 bytes, perhaps 0x01) and extended keys (BIP-32,
// 78 bytes).
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/base58.h"

namespace codelake::secrets::bitcoin {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base58_check(secret);
  if (!bytes) return Verification::failed;
  const bool wif = (bytes->front() == '\x80' || bytes->front() == '\xEF') &&
                   (bytes->size() == 33 || (bytes->size() == 34 && bytes->back() == '\x01'));
  return checksum_is(wif || (bytes->size() == 78 && (*bytes)[45] == '\0'));
}

}  // namespace

Verifier make_verifier() {
  return {"bitcoin", check};
}

}  // namespace codelake::secrets::bitcoin
