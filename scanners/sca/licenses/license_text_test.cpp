// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/licenses/license_text.h"

#include <gtest/gtest.h>

namespace codelake::sca {
namespace {

std::string license_in(std::string_view text) {
  const auto found = identify_license(text);
  return found ? found->text() : "unknown";
}

TEST(LicenseText, IsKnownByTheWordsThatOnlyItHas) {
  const std::string mit = "… to deal in the Software without restriction …\n";
  const std::string promise = "… this permission notice shall be included\n * in all copies or substantial portions …\n";
  EXPECT_EQ(license_in(mit + promise), "MIT");
  EXPECT_EQ(license_in(mit), "MIT-0");
  EXPECT_EQ(license_in(mit + promise + "Except as contained in this notice, the name(s) of …"), "X11");
  const std::string bsd = "Redistribution and use in source and binary forms …\n2. Redistributions in binary form must reproduce …";
  EXPECT_EQ(license_in(bsd), "BSD-2-Clause");
  EXPECT_EQ(license_in(bsd + " … used to endorse or promote products derived\n# from this software …"), "BSD-3-Clause");
  EXPECT_EQ(license_in(bsd + " … advertising materials mentioning features …"), "BSD-4-Clause");
  const std::string isc = "… and/or distribute this software for any purpose with or without fee …";
  EXPECT_EQ(license_in(isc + " this permission notice appear in all copies."), "ISC");
  EXPECT_EQ(license_in(isc), "0BSD");
}

TEST(LicenseText, IsKnownByATitleWithItsDate) {
  EXPECT_EQ(license_in("                    GNU GENERAL PUBLIC LICENSE\n    Version 2, June 1991\n"), "GPL-2.0-only");
  EXPECT_EQ(license_in("GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n"), "LGPL-3.0-only");
  EXPECT_EQ(license_in("Apache License\n  Version 2.0, January 2004\n"), "Apache-2.0");
  EXPECT_EQ(license_in("European Union Public Licence v. 1.2 EUPL"), "EUPL-1.2");
}

TEST(LicenseText, OfANoticeSaysWhetherLaterVersionsAreMeant) {
  const std::string lesser = "the GNU Lesser General Public License as published by the Free Software Foundation; ";
  EXPECT_EQ(license_in(lesser + "either version 2.1 of the License, or (at your option) any later version."), "LGPL-2.1-or-later");
  EXPECT_EQ(license_in("under the GNU General Public License as published by\n# the Free Software Foundation, version 3."), "GPL-3.0-only");
  EXPECT_EQ(license_in("GNU General Public License as published by the Free Software Foundation; version 2 of the License"), "GPL-2.0-only");
}

TEST(LicenseText, HoldsAllThatStandInIt) {
  EXPECT_EQ(license_in("Apache License Version 2.0, January 2004 … Mozilla Public License Version 2.0 …"), "Apache-2.0 AND MPL-2.0");
}

TEST(LicenseText, IsTakenAtItsNameWhenItHoldsNothingElse) {
  EXPECT_EQ(license_in("# The MIT License (MIT)\n\nCopyright 2020 A. Person\n"), "MIT");
  EXPECT_EQ(license_in("SPDX-License-Identifier: MIT OR Zlib\n"), "MIT OR Zlib");
  EXPECT_EQ(license_in("All rights reserved.\n"), "unknown");
  EXPECT_EQ(license_in(""), "unknown");
  EXPECT_EQ(license_in(std::string(1U << 20U, 'a')), "unknown");
}

TEST(LicenseTag, IsReadFromAnyComment) {
  EXPECT_EQ(license_tag("/* SPDX-License-Identifier: GPL-2.0+ */\nint a;")->text(), "GPL-2.0-or-later");
  EXPECT_EQ(license_tag("<!-- SPDX-License-Identifier: MIT -->")->text(), "MIT");
  EXPECT_FALSE(license_tag("// SPDX-License-Identifier:\n"));
  EXPECT_FALSE(license_tag(std::string(5000, ' ') + "SPDX-License-Identifier: MIT")) << "too far down to be the file's";
}

TEST(LicenseFile, IsKnownByItsName) {
  for (const char* path : {"LICENSE", "a/licence.md", "COPYING.LESSER", "LICENSE-APACHE", "MIT-LICENSE.txt", "LICENSES/MIT.txt", "UNLICENSE"}) {
    EXPECT_TRUE(must_hold_license(path)) << path;
  }
  for (const char* path : {"NOTICE", "x/COPYRIGHT.txt"}) {
    EXPECT_TRUE(is_license_file(path)) << path;
    EXPECT_FALSE(must_hold_license(path)) << path;
  }
  for (const char* path : {"license.go", "src/licensed.txt", "licenses/list.txt", "docs/relicense.md", "noticeboard", ""}) {
    EXPECT_FALSE(is_license_file(path)) << path;
  }
}

}  // namespace
}  // namespace codelake::sca
