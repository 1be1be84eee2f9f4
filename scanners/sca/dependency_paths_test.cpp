// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/dependency_paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Package package(const std::string& name, bool direct, std::vector<std::string> dependencies) {
  Package result;
  result.name = name;
  result.version = "1";
  result.direct = direct;
  result.direct_known = true;
  result.dependencies = std::move(dependencies);
  return result;
}

TEST(DependencyPaths, TakeTheShortestWayThroughACycle) {
  const std::vector<Package> packages = {package("a", true, {"b@1"}), package("b", false, {"a@1", "c@1"}),
                                         package("c", false, {}), package("d", true, {"c@1"}),
                                         package("e", false, {})};
  const DependencyPaths paths(packages);
  EXPECT_THAT(paths.to(0), ElementsAre("a@1"));
  EXPECT_THAT(paths.to(1), ElementsAre("a@1", "b@1"));
  EXPECT_THAT(paths.to(2), ElementsAre("d@1", "c@1"));
  EXPECT_THAT(paths.to(4), IsEmpty());
}

TEST(DependencyPaths, BeginAtWhatNothingDependsOnWhenDirectOnesAreNotTold) {
  std::vector<Package> packages = {package("a", false, {"b@1"}), package("b", false, {})};
  for (Package& one : packages) one.direct_known = false;
  EXPECT_THAT(DependencyPaths(packages).to(1), ElementsAre("a@1", "b@1"));
  packages[0].dependencies.clear();
  EXPECT_THAT(DependencyPaths(packages).to(1), IsEmpty());
}

}  // namespace
}  // namespace codelake::sca
