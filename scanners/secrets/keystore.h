// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/rule/rule.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::secrets {

// The rules for files that are secret as a whole, known by their first bytes; sorted by id.
const std::vector<Rule>& keystore_rules();

// The rule for the file of these bytes; null when it holds no private key, or none that can be told without a password.
// A store of certificates alone is no secret. Looks at a bounded number of entries and tries a few passwords.
const Rule* keystore_rule(std::string_view bytes);

// The same, and remembers what came out for stores that passwords are tried on: those of tests stand in many places,
// and a password costs up to twenty thousand rounds of hashing. Several threads may ask at once.
class Keystores {
 public:
  const Rule* rule(std::string_view bytes) const;

 private:
  mutable std::mutex m_mutex;
  mutable std::unordered_map<std::string, const Rule*> m_tried;  // by the SHA-256 of their bytes
};

}  // namespace codelake::secrets
