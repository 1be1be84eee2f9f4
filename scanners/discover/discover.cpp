// SPDX-License-Identifier: Apache-2.0
#include "scanners/discover/discover.h"

#include "core/file.h"
#include "scanners/discover/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <optional>
#include <system_error>

namespace codelake::discover {

namespace {

namespace fs = std::filesystem;

// Opens the repository around the root; one that is broken is said and the scan goes on without it.
Result<void> open_repository(Discovered& found) {
  auto repository = git::Repository::find(found.root);
  const bool needed = found.selection.kind != Selection::Kind::tree;
  if (!repository) {
    if (needed) return fail(repository.error());
    found.notices.push_back({NoticeKind::repository, "", "", repository.error().text()});
    return {};
  }
  if (!*repository) {
    if (needed) {
      return fail(ErrorKind::usage, "selecting changed files", found.root, "this is no git work tree");
    }
    return {};
  }
  found.repository = std::make_unique<git::Repository>(std::move(**repository));
  return {};
}

// Where HEAD stands, on a repository handle of its own, so that changes can be looked for meanwhile.
Result<git::Head> read_head(const std::string& root) {
  auto repository = TRY(git::Repository::find(root));
  if (!repository) return git::Head{};
  return repository->head();
}

void take_head(Result<git::Head> head, Discovered& found) {
  if (head) {
    found.head = std::move(*head);
  } else {
    found.notices.push_back({NoticeKind::repository, "", "", head.error().text()});
  }
}

Result<std::vector<git::ChangedFile>> changed_files(const Discovered& found) {
  const git::Repository& repository = *found.repository;
  switch (found.selection.kind) {
    case Selection::Kind::staged: return repository.staged();
    case Selection::Kind::merge_base: {
      const std::string base = TRY(repository.merge_base(found.selection.revision));
      return repository.changed_since(base);
    }
    case Selection::Kind::since: return repository.changed_since(found.selection.revision);
    case Selection::Kind::tree:
    case Selection::Kind::nothing: break;
  }
  return std::vector<git::ChangedFile>{};
}

// The entries of the index, read when the first is asked for: most commits need none.
class IndexEntries {
 public:
  explicit IndexEntries(const git::Repository& repository) : m_repository(repository) {}

  // Null when the index has no such path. What `path` names stays as long as this does.
  Result<const git::IndexEntry*> find(std::string_view path) {
    if (!m_entries) m_entries = TRY(m_repository.index());
    const auto entry = std::lower_bound(m_entries->begin(), m_entries->end(), path,
                                        [](const git::IndexEntry& a, std::string_view b) { return a.path < b; });
    return entry != m_entries->end() && entry->path == path ? &*entry : nullptr;
  }

 private:
  const git::Repository& m_repository;
  std::optional<std::vector<git::IndexEntry>> m_entries;
};

// What a changed path is when it is no file; empty when it is one. What is a file in the work tree counts as one: were it
// staged as a link, then its text is only a path.
Result<std::string_view> other_kind(const Discovered& found, const std::string& path, IndexEntries& index) {
  std::error_code error;
  const fs::file_type type = fs::symlink_status(found.repository->work_tree() + "/" + path, error).type();
  if (type == fs::file_type::regular) return "";
  if (found.selection.kind == Selection::Kind::staged) {
    const git::IndexEntry* entry = TRY(index.find(path));
    if (entry != nullptr && entry->symlink) return "symbolic link";
    return entry != nullptr && entry->submodule ? "submodule" : "";
  }
  if (type == fs::file_type::symlink) return "symbolic link";
  return type == fs::file_type::directory ? "submodule" : "";
}

void leave_out(Discovered& found, const std::string& path, std::string_view kind) {
  found.coverage.files_discovered += 1;
  found.coverage.files_skipped[std::string(kind)] += 1;
  found.notices.push_back({NoticeKind::skipped, "", path, "changed, but not looked at: a " + std::string(kind)});
}

// The list of places that are not to be reported holds for a part of the folder as for the whole. Its blob is that of the
// index, which also says that this is a part.
Result<void> add_ignore_list(Discovered& found, const Config& config, IndexEntries& index, const std::string& prefix) {
  const std::string name = ".gitleaksignore";
  std::error_code error;
  if (found.files.empty() || !fs::is_regular_file(fs::symlink_status(found.root + "/" + name, error))) return {};
  const git::IndexEntry* entry = TRY(index.find(prefix + name));
  if (entry == nullptr || entry->symlink) return {};
  const auto file = std::find_if(found.files.begin(), found.files.end(), [&](const FileInfo& f) { return f.path == name; });
  if (file != found.files.end()) {
    file->blob_id = entry->blob_id;
    return {};
  }
  FileInfo list;
  list.path = name;
  list.blob_id = entry->blob_id;
  add_file(found, config, std::move(list));
  return {};
}

// Takes the changed files that lie below the root.
Result<void> select_changed(Discovered& found, const Config& config) {
  const std::string& work_tree = found.repository->work_tree();
  const std::string prefix = found.root.size() > work_tree.size() ? found.root.substr(work_tree.size() + 1) + "/" : "";
  IndexEntries index(*found.repository);
  for (auto& changed : TRY(changed_files(found))) {
    if (!changed.path.starts_with(prefix)) continue;
    FileInfo file;
    file.path = changed.path.substr(prefix.size());
    if (const auto kind = TRY(other_kind(found, changed.path, index)); !kind.empty()) {
      leave_out(found, file.path, kind);
      continue;
    }
    file.size_bytes = changed.size_bytes;
    if (found.selection.kind == Selection::Kind::staged) {
      file.blob_id = changed.blob_id;
    } else {
      std::error_code error;
      file.size_bytes = fs::file_size(found.root + "/" + file.path, error);
      if (error) continue;
    }
    add_file(found, config, std::move(file));
  }
  return add_ignore_list(found, config, index, prefix);
}

// The changed files, and where HEAD stands. What is staged tells most of that; to look at all files takes time, which goes by
// while they are compared with a revision.
Result<void> select(Discovered& found, const Config& config) {
  if (found.selection.kind == Selection::Kind::staged) {
    TRY(select_changed(found, config));
    take_head(found.repository->head(), found);
    return {};
  }
  std::future<Result<git::Head>> head = std::async(std::launch::async, read_head, found.root);
  TRY(select_changed(found, config));
  take_head(head.get(), found);
  return {};
}

}  // namespace

Result<std::string> Discovered::read(const FileInfo& file, std::uint64_t bytes_max) const {
  if (selection.kind != Selection::Kind::staged) return read_file(root + "/" + file.path, bytes_max);
  const std::lock_guard<std::mutex> lock(*m_repository_guard);
  std::string content = TRY(repository->read_blob(file.blob_id));
  if (content.size() <= bytes_max) return content;
  return fail(ErrorKind::environment, "reading a staged file", file.path,
              "larger than the limit of " + std::to_string(bytes_max) + " bytes");
}

Result<Discovered> discover(const std::string& path, const Config& config, const Selection& selection) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) {
    return fail(Error{ErrorKind::no_data, "looking for files in", path, error.message(), "give an existing folder or file"});
  }
  Discovered found;
  found.selection = selection;
  const bool is_folder = fs::is_directory(real, error);
  found.root = is_folder ? real.string() : real.parent_path().string();
  if (selection.kind == Selection::Kind::nothing) return found;
  TRY(open_repository(found));
  if (selection.kind != Selection::Kind::tree) {
    TRY(select(found, config));
  } else if (is_folder) {
    Index index = std::vector<git::IndexEntry>{};
    if (found.repository) index = found.repository->index();
    const auto doubtful = walk(found, config, std::move(index));
    if (found.repository) take_head(found.repository->head(doubtful), found);
  } else {
    FileInfo file;
    file.path = real.filename().string();
    file.size_bytes = fs::file_size(real, error);
    if (error) return fail(ErrorKind::no_data, "looking at", path, "not a regular file");
    add_file(found, config, std::move(file));
    if (found.repository) take_head(found.repository->head(), found);
  }
  std::sort(found.files.begin(), found.files.end(), [](const FileInfo& a, const FileInfo& b) { return a.path < b.path; });
  return found;
}

}  // namespace codelake::discover
