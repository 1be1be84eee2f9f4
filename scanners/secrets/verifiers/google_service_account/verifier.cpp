// SPDX-License-Identifier: Apache-2.0
// The JSON key of a Google service account: its type, the id of the key (40 hex digits), the account's
// address and an RSA key in PEM, which must hold together.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/verifiers/private_key.h"

#include <nlohmann/json.hpp>

namespace codelake::secrets::google_service_account {

Verifier make_verifier();

namespace {

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Verification check(std::string_view secret) {
  const auto json = nlohmann::json::parse(secret, nullptr, false);
  if (!json.is_object() || text_of(json, "type") != "service_account") return Verification::failed;
  const std::string id = text_of(json, "private_key_id");
  if (id.size() != 40 || !is_made_of(id, "0123456789abcdef")) return Verification::failed;
  if (text_of(json, "client_email").find('@') == std::string::npos) return Verification::failed;
  return verify_private_key(text_of(json, "private_key"));
}

}  // namespace

Verifier make_verifier() {
  return {"google-service-account", check};
}

}  // namespace codelake::secrets::google_service_account
