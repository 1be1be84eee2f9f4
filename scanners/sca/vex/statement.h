// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/glob.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What is said of a vulnerability in a package: the four words of VEX, and that a finding of it is not wanted.
enum class Decision { not_affected, fixed, affected, under_investigation, ignored };

// The word of VEX; "ignored" for the last.
std::string_view to_text(Decision decision);

// Packages that are meant; an empty field leaves it open.
struct PackagePattern {
  std::string ecosystem;  // OSV name
  std::string name;
  std::string version;
};

// The pattern of a package URL; nothing when it is of no registry known here.
std::optional<PackagePattern> pattern_of_purl(std::string_view purl);

// One sentence of a VEX document or ignore file.
struct Statement {
  Decision decision = Decision::ignored;
  std::vector<std::string> ids;           // of the vulnerability, any alias; empty: every one
  std::vector<PackagePattern> packages;   // any of them; empty: every one
  bool names_product = false;             // it speaks of products; when none of them is a package, of nothing here
  std::vector<Glob> paths;                // of lockfiles, any of them; empty: everywhere
  std::string reason;                     // justification and words of it
  std::string since;                      // RFC 3339; of two that fit the later holds
  std::string until;                      // "YYYY-MM-DD", the first day it does not hold any more; empty: for ever
  std::uint32_t line = 1;
};

}  // namespace codelake::sca
