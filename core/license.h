// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// A licence expression (SPDX 2.3, annex D): one licence, or what two or more are joined by.
struct LicenseExpression {
  enum class Kind { license, all_of, one_of };
  Kind kind = Kind::license;
  std::string id;                        // of a license: its SPDX identifier or a "LicenseRef-…"
  std::string exception;                 // of a license: what follows WITH; empty when nothing does
  std::vector<LicenseExpression> parts;  // of the others: two or more

  // In SPDX's words; AND binds tighter than OR, so that brackets stand only where they are needed.
  std::string text() const;
};

// What a declaration means: an expression of SPDX whatever its letter case, a name people use for a licence ("Apache
// License, Version 2.0", "GPLv3"), or old "MIT/Apache-2.0", which is a choice. std::nullopt when it means none that
// is known here. Bounded: 4 KiB, 32 brackets deep.
std::optional<LicenseExpression> parse_license(std::string_view declared);

}  // namespace codelake
