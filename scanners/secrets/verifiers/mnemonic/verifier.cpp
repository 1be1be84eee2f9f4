// SPDX-License-Identifier: Apache-2.0
// Seed phrases (BIP-39): 12, 15, 18, 21 or 24 words of a list in which no word is shorter than three letters
// or longer than eight. Documentation repeats one word; of twelve drawn words more than two are hardly ever
// the same.
#include "scanners/secrets/verifiers/verifier.h"

#include <algorithm>
#include <set>

namespace codelake::secrets::mnemonic {

Verifier make_verifier();

namespace {

Verification check(std::string_view secret) {
  std::set<std::string_view> words;
  std::size_t count = 0;
  for (std::size_t at = 0; at < secret.size();) {
    const std::size_t end = std::min(secret.find(' ', at), secret.size());
    const std::string_view word = secret.substr(at, end - at);
    if (word.size() < 3 || word.size() > 8 || ++count > 24) return Verification::failed;
    words.insert(word);
    at = end + 1;
  }
  return form_is(count >= 12 && count % 3 == 0 && words.size() + 2 >= count);
}

}  // namespace

Verifier make_verifier() {
  return {"mnemonic", check};
}

}  // namespace codelake::secrets::mnemonic
