// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/coverage.h"
#include "core/finding.h"
#include "core/license.h"
#include "core/license_policy.h"
#include "core/package.h"
#include "core/rule_info.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace codelake::sca {

// A licence that stands in the tree: a text of one, or a source file that names its own.
struct LicenseInTree {
  std::string path;
  std::optional<LicenseExpression> license;
  bool text = true;       // a licence's text; false: a source file
  bool must_hold = true;  // a text of unknown licence counts as such
  bool vendored = false;  // in a copy of somebody else's code
};

// Holds the licences of a project's dependencies, and those that stand in its tree, against the policy.
class LicenseReview {
 public:
  explicit LicenseReview(const LicensePolicy& policy) : m_policy(policy) {}

  // All of these come before the packages.
  void add(const LicenseInTree& found);

  // What a copy of the package in the tree says of its licence ("node_modules/NAME/LICENSE", "vendor/NAME/COPYING");
  // empty when there is no copy, or none that is known.
  std::string license_of_copy(const Package& package);

  // Counts the package; a finding when the policy does not allow its licence. Snippet and path to it are the caller's.
  std::optional<Finding> look_at(const Package& package);

  // Findings of the tree: licences that the policy does not allow and that are not the project's own, which are those of
  // the texts in the root. After all packages: a copy that told the licence of one is not reported twice.
  std::vector<Finding> of_tree() const;

  const LicenseCoverage& counts() const { return m_counts; }

 private:
  const std::optional<LicenseExpression>& parsed(const std::string& declared);

  const LicensePolicy& m_policy;
  LicenseCoverage m_counts;
  std::vector<std::pair<LicenseInTree, std::string>> m_tree;           // with the "NAME" of a copy
  std::map<std::string, std::set<std::string>, std::less<>> m_copies;  // "NAME" of a copy's folder → its licences
  std::map<std::string, std::optional<LicenseExpression>> m_parsed;
  std::set<std::string> m_claimed;           // copies that told a package's licence
  std::unordered_set<std::string> m_seen;    // packages that were counted
};

// The rules by which a licence is reported.
std::vector<RuleInfo> license_rules();

}  // namespace codelake::sca
