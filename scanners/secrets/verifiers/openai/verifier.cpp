// SPDX-License-Identifier: Apache-2.0
// OpenAI keys hold "OpenAI" in base64 ("T3BlbkFJ") between two halves of the same length.
#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets::openai {

Verifier make_verifier();

namespace {

// The part after the kind of key, "sk-proj-".
std::string_view without_kind(std::string_view text) {
  for (const std::string_view kind : {"sk-", "proj-", "svcacct-", "admin-", "None-"}) {
    if (text.starts_with(kind)) text.remove_prefix(kind.size());
  }
  return text;
}

Verification check(std::string_view secret) {
  constexpr std::string_view infix = "T3BlbkFJ";
  const auto at = secret.find(infix);
  if (at == std::string_view::npos) return Verification::failed;
  return form_is(without_kind(secret.substr(0, at)).size() == secret.size() - at - infix.size());
}

}  // namespace

Verifier make_verifier() {
  return {"openai", check};
}

}  // namespace codelake::secrets::openai
