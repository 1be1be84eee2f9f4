// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verify.h"

#include "core/check.h"
#include "scanners/secrets/verifiers/verifier.h"

#include <map>

namespace codelake::secrets {

namespace {

using Checks = std::map<std::string_view, Verification (*)(std::string_view)>;

const Checks& checks() {
  static const Checks table = [] {
    Checks made;
    for (const Verifier& verifier : all_verifiers()) made[verifier.name] = verifier.check;
    return made;
  }();
  return table;
}

}  // namespace

bool is_check(std::string_view check) {
  return checks().contains(check);
}

Verification verify(std::string_view check, std::string_view secret) {
  if (check.empty()) return Verification::plausible;
  const auto found = checks().find(check);
  CODELAKE_CHECK(found != checks().end());
  return found->second(secret);
}

}  // namespace codelake::secrets
