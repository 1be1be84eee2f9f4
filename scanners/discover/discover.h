// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "core/coverage.h"
#include "core/file_info.h"
#include "core/git.h"
#include "core/notice.h"
#include "core/result.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace codelake::discover {

// Which files of a checkout a scan looks at; nothing: of a bare repository, which has none.
struct Selection {
  enum class Kind { tree, staged, since, merge_base, nothing };
  Kind kind = Kind::tree;
  std::string revision;  // of since: compared with the work tree; of merge_base: its common ancestor with HEAD is
};

// The files of a checkout in the order of their paths; everything that was left out is counted or noted.
struct Discovered {
  std::string root;               // absolute, without symbolic links
  std::vector<FileInfo> files;
  std::vector<Notice> notices;
  Coverage coverage;              // files_discovered, files_skipped
  std::optional<git::Head> head;  // of the repository the root lies in
  Selection selection;
  std::unique_ptr<git::Repository> repository;  // of the root; null outside a git checkout

  // The bytes of a file: of the index for a staged selection, else of the work tree. Safe from several threads.
  Result<std::string> read(const FileInfo& file, std::uint64_t bytes_max) const;

 private:
  mutable std::unique_ptr<std::mutex> m_repository_guard = std::make_unique<std::mutex>();
};

// Looks at `path`, a folder or one file. Honours .gitignore, outside a git checkout too; tracked files are never
// ignored. Enters submodules and nested checkouts with their own rules. Never follows a symbolic link below the root and
// never enters .git. Fails when `path` cannot be read, and for a selection other than tree without a usable repository.
Result<Discovered> discover(const std::string& path, const Config& config, const Selection& selection);

}  // namespace codelake::discover
