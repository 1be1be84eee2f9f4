// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct stat;

namespace codelake::git {

// The state of a file when its content was last compared with the index.
struct FileState {
  std::int64_t modified_s = 0;
  std::int64_t changed_s = 0;
  std::uint32_t modified_ns = 0;
  std::uint32_t changed_ns = 0;
  std::uint32_t inode = 0;       // the lower bits
  std::uint32_t size_bytes = 0;  // likewise

  // Whether a file that is in this state now still has that content.
  bool holds(const struct stat& now) const;
};

// An entry of the index (stage 0).
struct IndexEntry {
  std::string path;       // relative to the work tree
  std::string blob_id;    // hex
  bool submodule = false; // a gitlink
  bool symlink = false;
  std::optional<FileState> state{};  // std::nullopt: the file may have been written since in the same instant
};

// A file that differs between two states of the repository; deleted files are not listed.
struct ChangedFile {
  std::string path;
  std::string blob_id;    // of the new side; empty for the work tree
  std::uint64_t size_bytes = 0;
};

// Where HEAD stands.
struct Head {
  std::string commit;     // hex; empty before the first commit
  std::string branch;     // empty when detached
  std::string remote;     // URL of "origin" without user and password; empty when there is none
  bool dirty = false;     // content of tracked files differs from HEAD
};

// Where the objects of a repository are and which of them its refs name; what own readers of the objects start from.
struct History {
  std::string objects_directory;  // absolute
  std::vector<std::string> tips;  // objects every ref and HEAD name, in hex, sorted, each once
  std::string head;               // commit; empty before the first
  bool shallow = false;           // older commits were never fetched
  bool partial = false;           // some blobs were never fetched
};

// A repository on disk, looked at through libgit2: no hook, filter driver or other program is ever run, and no
// configuration outside the repository is read. Not for several threads at once.
class Repository {
 public:
  // The repository whose work tree holds `path`; std::nullopt when there is none; an error when it is unusable.
  static Result<std::optional<Repository>> find(const std::string& path);

  // The repository whose own folder is `path` (a bare one, or ".git"), as one without a work tree; std::nullopt when it
  // is none.
  static Result<std::optional<Repository>> find_bare(const std::string& path);

  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  const std::string& work_tree() const;  // absolute, without a trailing '/'; empty for a bare repository
  Result<Head> head() const;
  // The same where only these entries of the index may differ from their files.
  Result<Head> head(const std::vector<IndexEntry>& doubtful) const;
  Result<std::vector<IndexEntry>> index() const;  // sorted by path

  // The file of ignore rules that belongs to the repository alone: .git/info/exclude.
  std::string exclude_file() const;

  // Files whose index entry differs from HEAD (all of them before the first commit).
  Result<std::vector<ChangedFile>> staged() const;
  // Files of the work tree, untracked ones too, that differ from `revision`.
  Result<std::vector<ChangedFile>> changed_since(const std::string& revision) const;
  // The best common ancestor of `revision` and HEAD, in hex.
  Result<std::string> merge_base(const std::string& revision) const;

  Result<History> history() const;

  Result<std::string> read_blob(const std::string& blob_id) const;

 private:
  struct State;
  explicit Repository(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

// `url` without user name and password.
std::string without_credentials(std::string_view url);

}  // namespace codelake::git
