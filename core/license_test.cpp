// SPDX-License-Identifier: Apache-2.0
#include "core/license.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

std::string normal(std::string_view declared) {
  const auto expression = parse_license(declared);
  return expression ? expression->text() : "unknown";
}

TEST(License, IsKnownByItsIdentifierWhateverTheLetterCase) {
  EXPECT_EQ(normal("MIT"), "MIT");
  EXPECT_EQ(normal("apache-2.0"), "Apache-2.0");
  EXPECT_EQ(normal("LicenseRef-Ours"), "LicenseRef-Ours");
}

TEST(License, IsKnownByTheNamesPeopleUse) {
  EXPECT_EQ(normal("Apache License, Version 2.0"), "Apache-2.0");
  EXPECT_EQ(normal("The MIT License"), "MIT");
  EXPECT_EQ(normal("GPLv3"), "GPL-3.0-only");
  EXPECT_EQ(normal("GPL-2.0+"), "GPL-2.0-or-later");
  EXPECT_EQ(normal("BSD 3-Clause License"), "BSD-3-Clause");
  EXPECT_EQ(normal("new BSD"), "BSD-3-Clause");
}

TEST(License, ExpressionsKeepTheirMeaning) {
  EXPECT_EQ(normal("(MIT OR Apache-2.0)"), "MIT OR Apache-2.0");
  EXPECT_EQ(normal("MIT or GPLv3 and Zlib"), "MIT OR GPL-3.0-only AND Zlib");
  EXPECT_EQ(normal("(mit OR isc) AND Zlib"), "(MIT OR ISC) AND Zlib");
  EXPECT_EQ(normal("GPL-2.0-only with classpath-exception-2.0"), "GPL-2.0-only WITH Classpath-exception-2.0");
  EXPECT_EQ(normal("MIT/Apache-2.0"), "MIT OR Apache-2.0");
}

TEST(License, IsUnknownWhenTheWordsSayTooLittle) {
  for (const char* text : {"", "BSD", "UNLICENSED", "SEE LICENSE IN LICENSE.txt", "MIT OR", "(MIT", "MIT)", "MIT WITH",
                           "MIT WITH nothing-known", "MIT Apache-2.0", "proprietary", "/", "MIT, ISC"}) {
    EXPECT_EQ(normal(text), "unknown") << text;
  }
}

TEST(License, HostileTextIsRefused) {
  EXPECT_EQ(normal(std::string(2000, '(') + "MIT" + std::string(2000, ')')), "unknown");
  EXPECT_EQ(normal(std::string(100000, 'a')), "unknown");
}

}  // namespace
}  // namespace codelake
