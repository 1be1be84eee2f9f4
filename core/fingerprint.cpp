// SPDX-License-Identifier: Apache-2.0
#include "core/fingerprint.h"

#include "core/hash.h"

#include <map>

namespace codelake {

void set_fingerprints(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    std::string key;
    const std::string_view path = finding.type == FindingType::secrets ? std::string_view{} : finding.path;
    for (const std::string_view part : {std::string_view(finding.rule_id), path, std::string_view(finding.symbol),
                                        std::string_view(finding.identity)}) {
      key += std::to_string(part.size());
      key += ':';
      key += part;
    }
    const int ordinal = seen[key]++;
    finding.fingerprint = sha256_hex(key + "#" + std::to_string(ordinal)).substr(0, 32);
  }
}

std::string normalised(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !result.empty();
      continue;
    }
    if (space) result += ' ';
    space = false;
    result += c;
  }
  return result;
}

}  // namespace codelake
