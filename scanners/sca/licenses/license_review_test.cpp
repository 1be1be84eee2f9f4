// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/licenses/license_review.h"

#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

Package package(const std::string& name, const std::string& license) {
  Package made;
  made.ecosystem = "npm";
  made.name = name;
  made.version = "1.0.0";
  made.license = license;
  made.path = "package-lock.json";
  return made;
}

LicenseInTree in_tree(const std::string& path, const char* license, bool vendored = false) {
  LicenseInTree found;
  found.path = path;
  if (*license != '\0') found.license = parse_license(license);
  found.vendored = vendored;
  return found;
}

const LicensePolicy k_no_gpl = {{}, {"MPL-*"}, {"GPL-*"}};

TEST(LicenseReview, ReportsPackagesByTheListTheirLicenceIsOn) {
  LicenseReview review(k_no_gpl);
  EXPECT_FALSE(review.look_at(package("a", "MIT")));
  EXPECT_FALSE(review.look_at(package("b", "MIT OR GPL-3.0-only")));
  const auto denied = review.look_at(package("c", "GPLv3"));
  ASSERT_TRUE(denied);
  EXPECT_EQ(denied->rule_id, "license.denied");
  EXPECT_EQ(denied->type, FindingType::license);
  EXPECT_EQ(denied->severity, Severity::high);
  EXPECT_EQ(denied->message, "c 1.0.0 is under GPL-3.0-only, which the policy denies");
  EXPECT_EQ(denied->package->license, "GPL-3.0-only");
  EXPECT_EQ(review.look_at(package("d", "MPL-2.0"))->rule_id, "license.review");
}

TEST(LicenseReview, CountsTheUnknownAndReportsNoneOfThem) {
  const LicensePolicy only_mit = {{"MIT"}, {}, {}};
  LicenseReview review(only_mit);
  EXPECT_FALSE(review.look_at(package("a", "")));
  EXPECT_FALSE(review.look_at(package("b", "see the file")));
  EXPECT_FALSE(review.look_at(package("a", ""))) << "in a second lockfile";
  EXPECT_EQ(review.look_at(package("c", "ISC"))->rule_id, "license.unlisted");
  Package own = package("own", "GPL-3.0-only");
  own.source = PackageSource::workspace;
  EXPECT_FALSE(review.look_at(own)) << "a part of the project itself";
  EXPECT_EQ(review.counts().packages, 3U);
  EXPECT_EQ(review.counts().packages_unknown, 2U);
}

TEST(LicenseReview, TakesTheLicenceOfACopyWhereNoneIsDeclared) {
  LicenseReview review(k_no_gpl);
  review.add(in_tree("web/node_modules/@s/x/LICENSE", "GPL-3.0-only", true));
  review.add(in_tree("web/node_modules/@s/x/node_modules/y/LICENSE-MIT", "MIT OR ISC", true));
  review.add(in_tree("web/node_modules/@s/x/node_modules/y/LICENSE-ZLIB", "Zlib", true));
  EXPECT_EQ(review.license_of_copy(package("@s/x", "")), "GPL-3.0-only");
  EXPECT_EQ(review.license_of_copy(package("y", "")), "(MIT OR ISC) AND Zlib");
  EXPECT_EQ(review.license_of_copy(package("x", "")), "");
  EXPECT_TRUE(review.of_tree().empty()) << "reported with the package";
}

TEST(LicenseReview, ReportsWhatStandsInTheTreeButNotTheProjectsOwnLicence) {
  LicenseReview review(k_no_gpl);
  review.add(in_tree("COPYING", "GPL-2.0-only"));
  review.add(in_tree("part/COPYING", "GPL-2.0-only"));
  review.add(in_tree("third_party/z/COPYING", "GPL-3.0-only", true));
  review.add(in_tree("odd/LICENSE", ""));
  const auto findings = review.of_tree();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].path, "third_party/z/COPYING");
  EXPECT_EQ(findings[0].message, "what stands in third_party/z is under GPL-3.0-only, which the policy denies");
  EXPECT_EQ(review.counts().files, 4U);
  EXPECT_EQ(review.counts().files_unknown, 1U);
}

TEST(LicenseReview, NamesItsRules) {
  const auto rules = license_rules();
  ASSERT_EQ(rules.size(), 3U);
  for (const RuleInfo& rule : rules) EXPECT_FALSE(rule.help.empty()) << rule.id;
}

}  // namespace
}  // namespace codelake::sca
