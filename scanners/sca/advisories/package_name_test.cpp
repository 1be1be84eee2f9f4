// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/package_name.h"

#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

TEST(PackageName, IsNormalisedAsItsEcosystemDoes) {
  EXPECT_EQ(normalised_name("PyPI", "Zope.Interface__X"), "zope-interface-x");
  EXPECT_EQ(normalised_name("NuGet", "Newtonsoft.Json"), "newtonsoft.json");
  EXPECT_EQ(normalised_name("Packagist", "Drupal/Core"), "drupal/core");
  EXPECT_EQ(normalised_name("SwiftURL", "https://GitHub.example/Apple/Nio.git"), "github.example/apple/nio");
  EXPECT_EQ(normalised_name("npm", "JSONStream"), "JSONStream");
  EXPECT_EQ(normalised_name("Maven", "org.Foo:Bar"), "org.Foo:Bar");
  EXPECT_EQ(normalised_name("Go", "github.com/BurntSushi/toml"), "github.com/BurntSushi/toml");
}

TEST(PackageName, SplitsTheSuffixOfAnEcosystem) {
  EXPECT_EQ(split_ecosystem("Packagist:https://packages.example/8").base, "Packagist");
  EXPECT_EQ(split_ecosystem("Packagist:https://packages.example/8").suffix, "https://packages.example/8");
  EXPECT_EQ(split_ecosystem("npm").base, "npm");
  EXPECT_EQ(split_ecosystem("npm").suffix, "");
}

TEST(PackageName, LetsOnlyHarmlessEcosystemsBecomeFileNames) {
  for (const char* good : {"npm", "crates.io", "GitHub Actions", "OSS-Fuzz"})
    EXPECT_TRUE(valid_ecosystem(good)) << good;
  for (const char* bad : {"", "..", ".npm", "a/b", "/etc", "a\nb", "a ", "\xC3\xA9"})
    EXPECT_FALSE(valid_ecosystem(bad)) << bad;
  EXPECT_FALSE(valid_ecosystem(std::string(65, 'a')));
}

}  // namespace
}  // namespace codelake::sca
