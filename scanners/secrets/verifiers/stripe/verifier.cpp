// SPDX-License-Identifier: Apache-2.0
// Stripe keys of the newer kind ("sk_live_51…") hold the number of the account, fourteen characters before
// the secret: they have 99 to 107 characters of base 62; those of old have 24.
#include "scanners/secrets/verifiers/verifier.h"

#include <algorithm>

namespace codelake::secrets::stripe {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const std::string_view body = secret.substr(std::min(secret.size(), secret.rfind('_') + 1));
  const bool newer = body.starts_with("5") && body.size() >= 90;
  return form_is(newer || (body.size() >= 24 && body.size() <= 34) || body.size() > 90);
}

}  // namespace

Verifier make_verifier() {
  return {"stripe", check};
}

}  // namespace codelake::secrets::stripe
