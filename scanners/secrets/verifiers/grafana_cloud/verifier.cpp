// SPDX-License-Identifier: Apache-2.0
// Grafana Cloud tokens ("glc_") and the API keys of old: base64 of a JSON object with the name "n", the key
// "k" and the organisation, "o" or "id".
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

#include <nlohmann/json.hpp>

namespace codelake::secrets::grafana_cloud {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const auto bytes = decode_base64(secret.starts_with("glc_") ? secret.substr(4) : secret);
  if (!bytes) return Verification::failed;
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return Verification::failed;
  return form_is(json.contains("n") && json.contains("k") && (json.contains("o") || json.contains("id")));
}

}  // namespace

Verifier make_verifier() {
  return {"grafana-cloud", check};
}

}  // namespace codelake::secrets::grafana_cloud
