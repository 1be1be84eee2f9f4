// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "core/coverage.h"
#include "core/file_info.h"
#include "core/limits.h"
#include "core/notice.h"
#include "core/result.h"

#include <string>
#include <vector>

namespace codelake::discover {

// Which files of a checkout a scan looks at.
struct Selection {
  enum class Kind { tree, staged, since };
  Kind kind = Kind::tree;
  std::string revision;  // of Kind::since: files changed between its merge base with HEAD and the work tree
};

// The files of a checkout in the order of their paths, and everything that was left out, counted or noted.
struct Discovered {
  std::string root;               // absolute, without symbolic links
  std::vector<FileInfo> files;
  std::vector<Notice> notices;
  Coverage coverage;              // files_discovered, files_skipped
};

// Walks `path` (a folder or one file). Honours .gitignore also outside a git checkout; tracked files are never
// ignored. Never follows a symbolic link, never enters .git. Fails when `path` cannot be read at all or, for staged and
// since, when there is no usable git repository.
Result<Discovered> discover(const std::string& path, const Config& config, const Selection& selection);

}  // namespace codelake::discover
