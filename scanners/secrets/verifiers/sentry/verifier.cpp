// SPDX-License-Identifier: Apache-2.0
// Sentry organisation tokens: "sntrys_", base64 of a JSON object with "iat", "url" and "org", "_", a secret.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

#include <nlohmann/json.hpp>

namespace codelake::secrets::sentry {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  constexpr std::string_view prefix = "sntrys_";
  if (!secret.starts_with(prefix)) return form_is(secret.starts_with("sntryu_"));
  const std::string_view text = secret.substr(prefix.size(), secret.rfind('_') - prefix.size());
  const auto bytes = decode_base64(text);
  if (secret.rfind('_') < prefix.size() || !bytes) return Verification::failed;
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  return form_is(json.is_object() && json.contains("iat") && json.contains("org"));
}

}  // namespace

Verifier make_verifier() {
  return {"sentry", check};
}

}  // namespace codelake::secrets::sentry
