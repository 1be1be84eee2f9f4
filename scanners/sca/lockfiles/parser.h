// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice.h"
#include "core/package.h"
#include "core/source_file.h"

#include <memory>
#include <string_view>
#include <vector>

namespace codelake::sca {

// What a lockfile or manifest says.
struct Lockfile {
  std::vector<Package> packages;  // sorted by name, version and source; each of these once
  std::vector<Notice> notices;    // what could not be read; `scanner` and `path` are left empty
  bool readable = true;           // false: nothing of it could be read
};

// Reads one kind of lockfile. Stateless; shared by all threads.
class LockfileParser {
 public:
  virtual ~LockfileParser() = default;

  // The format in one word, as coverage names it: the usual file name.
  virtual std::string_view format() const = 0;

  // The OSV name of the ecosystem its packages are of.
  virtual std::string_view ecosystem() const = 0;

  // Whether a file of that path (relative, with '/') is of this kind.
  virtual bool takes(std::string_view path) const = 0;

  // Never fails: what cannot be read becomes a notice. Time and memory are linear in the text, but for a
  // logarithm.
  virtual Lockfile parse(const SourceFile& file) const = 0;
};

// One of each kind, in alphabetical order of their folders; the list is generated from
// lockfiles/*/parser.cpp.
std::vector<std::unique_ptr<LockfileParser>> all_parsers();

// The parser that takes the file; nullptr when none does.
const LockfileParser* parser_for(const std::vector<std::unique_ptr<LockfileParser>>& parsers,
                                 std::string_view path);

// The last part of a path.
std::string_view file_name(std::string_view path);

}  // namespace codelake::sca
