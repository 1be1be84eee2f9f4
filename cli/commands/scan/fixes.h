// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/result.h"
#include "core/scanner.h"
#include "scanners/discover/discover.h"

#include <functional>
#include <string>
#include <vector>

namespace codelake::cli::scan {

// A file and what its fixes make of it, in bytes.
struct FixedFile {
  std::string path;  // relative to the root
  std::string before;
  std::string after;
  std::size_t count = 0;  // of the fixes
};

struct Fixes {
  std::vector<FixedFile> files;      // by path
  std::vector<std::string> refused;  // "path: why its fixes are not made"

  std::string diff;                  // all of them as one unified diff, its secrets masked; only with --dry-run

  std::size_t count() const;
};

// A text of the file of that path without the secrets in it, with as many lines.
using MaskText = std::function<std::string(std::string text, const std::string& path)>;

// The files' changes as one unified diff that holds no secret.
std::string masked_diff(const std::vector<FixedFile>& files, const MaskText& mask);

// What fixes are planned with.
struct Fixing {
  const discover::Discovered& found;
  const Scanner& scanner;                                 // whose findings have replacements
  std::function<void(std::vector<Finding>&)> suppress;    // what configuration and baseline say of findings
};

// The fixes of all findings that count. A file is left as it is when it is no UTF-8 text, when it changed since, or when
// it could be read less well afterwards.
Fixes plan_fixes(const Fixing& fixing, const std::vector<Finding>& findings);

// Writes each file in one step below `root`, permissions kept. One that changed meanwhile, or that lies elsewhere by a
// symbolic link, is refused: it moves from `files` to `refused`.
Result<void> write_fixes(const std::string& root, Fixes& fixes);

}  // namespace codelake::cli::scan
