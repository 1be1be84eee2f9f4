// SPDX-License-Identifier: Apache-2.0
// Unencrypted keys of PuTTY: the private part of a key file is a list of SSH numbers, each with its length in
// four bytes before it, and the last one ends where the bytes end (but for zeros). What a match took of the
// line that follows, "Private-MAC", is left out.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

namespace codelake::secrets::putty {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  std::string text(secret.substr(0, secret.find("Private")));
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
  const auto bytes = decode_base64(text);
  if (!bytes || bytes->size() < 8) return Verification::failed;
  std::size_t at = 0;
  std::size_t numbers = 0;
  for (; at + 4 <= bytes->size(); ++numbers) {
    std::size_t size = 0;
    for (std::size_t i = at; i < at + 4; ++i) size = size << 8U | static_cast<unsigned char>((*bytes)[i]);
    if (size == 0 || size > bytes->size() - at - 4) break;
    at += 4 + size;
  }
  const bool rest_is_zero = bytes->find_first_not_of('\0', at) == std::string::npos;
  return checksum_is(numbers >= 1 && rest_is_zero && bytes->size() - at < 16);
}

}  // namespace

Verifier make_verifier() {
  return {"putty", check};
}

}  // namespace codelake::secrets::putty
