// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice.h"
#include "core/package.h"
#include "core/source_file.h"
#include "scanners/sca/lockfiles/file_names.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::sca {

class ProjectFiles;

// What a lockfile or manifest says.
struct Lockfile {
  std::vector<Package> packages;  // sorted by name, version and source; each of these once
  std::vector<Notice> notices;    // what could not be read; `scanner` and `path` are left empty
  bool readable = true;           // false: nothing of it could be read
  bool superseded = false;        // another file of the project says the same in full: no packages of its own
  // Which package a manifest means, where the file tells: "name@range" or "name" → "name@version".
  std::unordered_map<std::string, std::string> selectors;
};

// Reads one kind of lockfile or manifest. Stateless; shared by all threads.
class LockfileParser {
 public:
  virtual ~LockfileParser() = default;

  // The format in one word, as coverage names it: the usual file name.
  virtual std::string_view format() const = 0;

  // The OSV name of the ecosystem its packages are of; of several, the usual one.
  virtual std::string_view ecosystem() const = 0;

  // How files of this kind are called.
  virtual FileNames names() const = 0;

  // Of a file of such a name: whether its path (relative, with '/') is right as well.
  virtual bool takes(std::string_view path) const {
    static_cast<void>(path);
    return true;
  }

  // Whether it also reads files in folders of other people's code ("vendor/modules.txt").
  virtual bool takes_vendored() const { return false; }

  // How the files are called whose text complete() wants, be they of this kind or another.
  virtual FileNames kept_names() const { return {}; }

  // Of a file of such a name: whether its path is right as well.
  virtual bool keeps(std::string_view path) const {
    static_cast<void>(path);
    return true;
  }

  // Never fails: what cannot be read becomes a notice. Time and memory are linear in the text, but for a
  // logarithm.
  virtual Lockfile parse(const SourceFile& file) const = 0;

  // Adds what other files of the scan say of the file at `path`, once all of them are parsed.
  virtual void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const {
    static_cast<void>(lockfile);
    static_cast<void>(path);
    static_cast<void>(files);
  }
};

// One of each kind, in alphabetical order of their folders; the list is generated from
// lockfiles/*/parser.cpp.
std::vector<std::unique_ptr<LockfileParser>> all_parsers();

// Parses, and notes what every format has in common: marks of a merge that was not finished.
Lockfile read_lockfile(const LockfileParser& parser, const SourceFile& file);

}  // namespace codelake::sca
