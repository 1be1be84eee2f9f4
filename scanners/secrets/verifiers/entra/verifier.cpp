// SPDX-License-Identifier: Apache-2.0
// Secrets of Entra ID applications: "7Q~" or "8Q~" after three characters. After "8Q~" the last three
// characters are the first digits of the Marvin32 checksum of all before them, in an alphabet of its own.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/marvin.h"

namespace codelake::secrets::entra {

Verifier make_verifier();

namespace {

constexpr std::string_view k_alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";

Verification check(std::string_view secret) {
  constexpr std::size_t width = 3;
  if (secret.size() < 30 || !is_made_of(secret, k_alphabet)) return Verification::failed;
  if (secret.substr(3, 3) != "8Q~") return form_is(secret.substr(4, 2) == "Q~");
  const std::string_view body = secret.substr(0, secret.size() - width);
  const std::string digits = in_base(marvin32(body, "AadPwd00"), k_alphabet, 6);
  return checksum_is(secret.substr(body.size()) == std::string_view(digits).substr(0, width));
}

}  // namespace

Verifier make_verifier() {
  return {"entra", check};
}

}  // namespace codelake::secrets::entra
