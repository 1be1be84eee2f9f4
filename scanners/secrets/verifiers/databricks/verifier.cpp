// SPDX-License-Identifier: Apache-2.0
// Databricks: "dapi" or "dapk", 32 hex digits, and perhaps "-" and a digit. Drawn digits hardly ever have
// fewer than nine kinds.
#include "scanners/secrets/verifiers/verifier.h"

#include <algorithm>
#include <set>

namespace codelake::secrets::databricks {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  const std::string_view body = secret.substr(std::min<std::size_t>(4, secret.size()), 32);
  return form_is(body.size() == 32 && std::set<char>(body.begin(), body.end()).size() >= 9);
}

}  // namespace

Verifier make_verifier() {
  return {"databricks", check};
}

}  // namespace codelake::secrets::databricks
