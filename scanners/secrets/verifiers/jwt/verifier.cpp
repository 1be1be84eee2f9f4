// SPDX-License-Identifier: Apache-2.0
// JSON Web Tokens (RFC 7519): two JSON objects, the first with "alg", and a signature. One that is signed
// with a secret out of documentation is a sample.
#include "scanners/secrets/verifiers/verifier.h"

#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace codelake::secrets::jwt {

Verifier make_verifier();

namespace {

// Whether the token is signed with a secret that documentation uses.
bool signed_by_sample(std::string_view token) {
  constexpr std::array<std::string_view, 5> samples = {"your-256-bit-secret", "your-secret", "secret", "key",
                                                       "a-string-secret-at-least-256-bits-long"};
  const auto dot = token.rfind('.');
  const auto signature = decode_base64(token.substr(dot + 1));
  if (!signature || signature->size() != 32) return false;
  return std::any_of(samples.begin(), samples.end(), [&](std::string_view sample) {
    return bytes_of_hex(hmac_sha256_hex(sample, token.substr(0, dot))) == *signature;
  });
}

Verification check(std::string_view secret) {
  const std::string_view token = secret.substr(std::min(secret.find("eyJ"), secret.size()));
  const auto first = token.find('.');
  const auto second = token.find('.', first + 1);
  if (second == std::string_view::npos) return Verification::failed;
  const auto header = decode_base64(token.substr(0, first));
  const auto payload = decode_base64(token.substr(first + 1, second - first - 1));
  if (!header || !payload) return Verification::failed;
  const auto parsed = nlohmann::json::parse(*header, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("alg") || !nlohmann::json::accept(*payload))
    return Verification::failed;
  return form_is(!signed_by_sample(token));
}

}  // namespace

Verifier make_verifier() {
  return {"jwt", check};
}

}  // namespace codelake::secrets::jwt
