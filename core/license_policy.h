// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/license.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// What the project wants of the licences of others (`licenses` in codelake.yaml). An entry is an identifier of SPDX,
// "ID WITH EXCEPTION" for just this pair, or a pattern in which '*' stands for any characters.
struct LicensePolicy {
  std::vector<std::string> allow;
  std::vector<std::string> review;
  std::vector<std::string> deny;

  bool empty() const { return allow.empty() && review.empty() && deny.empty(); }
};

// From the best to the worst.
enum class LicenseVerdict {
  allowed,   // by the list, or there is no such list and no other names it
  review,    // a person is to look at it
  unlisted,  // there is a list of allowed ones, and it is on none
  denied,
};

// What the policy says of an expression: of a choice the best part counts, of a sum the worst. Of the entries that fit
// a licence the one that says most counts (the pair before the identifier, the identifier before a pattern), and among
// equals the strictest list.
LicenseVerdict judge(const LicenseExpression& expression, const LicensePolicy& policy);

}  // namespace codelake
