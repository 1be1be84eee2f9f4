// SPDX-License-Identifier: Apache-2.0
// Example: allow [MIT, "GPL-2.0-only WITH Classpath-exception-2.0"], deny ["GPL-*"]:
//   MIT OR GPL-3.0-only                        the best part: allowed
//   MIT AND GPL-3.0-only                       the worst part: denied
//   GPL-2.0-only WITH Classpath-exception-2.0  the pair says more than the pattern: allowed
//   ISC                                        on no list: unlisted
#include "core/license_policy.h"

#include "core/config.h"

#include <algorithm>

namespace codelake {

namespace {

// How much an entry says of a licence that it fits; 0: it does not fit.
int weight_of(const std::string& entry, const LicenseExpression& license) {
  if (entry == license.text()) return license.exception.empty() ? 2 : 3;
  if (entry == license.id) return 2;
  const bool pattern = entry.find('*') != std::string::npos;
  return pattern && (fits_wildcard(entry, license.text()) || fits_wildcard(entry, license.id)) ? 1 : 0;
}

int weight_of(const std::vector<std::string>& entries, const LicenseExpression& license) {
  int most = 0;
  for (const std::string& entry : entries) most = std::max(most, weight_of(entry, license));
  return most;
}

LicenseVerdict judge_one(const LicenseExpression& license, const LicensePolicy& policy) {
  const int denied = weight_of(policy.deny, license);
  const int review = weight_of(policy.review, license);
  const int allowed = weight_of(policy.allow, license);
  const int most = std::max({denied, review, allowed});
  if (most == 0) return policy.allow.empty() ? LicenseVerdict::allowed : LicenseVerdict::unlisted;
  if (denied == most) return LicenseVerdict::denied;
  return review == most ? LicenseVerdict::review : LicenseVerdict::allowed;
}

}  // namespace

LicenseVerdict judge(const LicenseExpression& expression, const LicensePolicy& policy) {
  if (expression.kind == LicenseExpression::Kind::license) return judge_one(expression, policy);
  const bool choice = expression.kind == LicenseExpression::Kind::one_of;
  LicenseVerdict verdict = choice ? LicenseVerdict::denied : LicenseVerdict::allowed;
  for (const LicenseExpression& part : expression.parts) {
    const LicenseVerdict of_part = judge(part, policy);
    verdict = choice ? std::min(verdict, of_part) : std::max(verdict, of_part);
  }
  return verdict;
}

}  // namespace codelake
