// SPDX-License-Identifier: Apache-2.0
#include "core/git.h"

#include "core/file.h"
#include "core/git_library.h"
#include "core/git_staged.h"

#include <git2.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace codelake::git {

namespace {

constexpr std::uint64_t k_index_bytes_max = 1U << 30;

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const { Free(object); }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

using OwnedDiff = Owned<git_diff, git_diff_free>;
using OwnedTree = Owned<git_tree, git_tree_free>;
using OwnedIndex = Owned<git_index, git_index_free>;
using OwnedObject = Owned<git_object, git_object_free>;
using OwnedConfig = Owned<git_config, git_config_free>;
using OwnedReference = Owned<git_reference, git_reference_free>;

Failure failed(std::string doing, std::string subject) {
  const git_error* error = git_error_last();
  if (error != nullptr && std::string_view(error->message).find("objectformat") != std::string_view::npos) {
    return fail(Error{ErrorKind::environment, std::move(doing), std::move(subject),
                      "its objects are named by SHA-256, which is not supported",
                      "scan its files outside of git, or convert it to SHA-1"});
  }
  return fail(Error{ErrorKind::environment, std::move(doing), std::move(subject),
                    error != nullptr ? error->message : "unknown reason", "check it with 'git fsck'"});
}

git_diff_options default_options() {
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  return options;
}

std::string hex(const git_oid& id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), &id);
  return text;
}

bool below_a_checkout(const std::filesystem::path& path) {
  for (auto folder = path;; folder = folder.parent_path()) {
    std::error_code error;
    if (std::filesystem::exists(folder / ".git", error)) return true;
    if (folder == folder.parent_path()) return false;
  }
}

// An index that was written without fractions of a second says 0.
bool is_same_time(const struct timespec& now, std::int64_t seconds, std::uint32_t fraction) {
  return now.tv_sec == seconds && (fraction == 0 || now.tv_nsec == fraction);
}

// Whether a file may have been written again after its entry was, with the same time ("racily clean" in git's words).
bool is_racy(const FileState& state, const struct timespec& index_time) {
  const std::int64_t fraction = state.modified_ns == 0 ? 999'999'999 : state.modified_ns;
  return std::pair<std::int64_t, std::int64_t>(state.modified_s, fraction) >=
         std::pair<std::int64_t, std::int64_t>(index_time.tv_sec, index_time.tv_nsec);
}

FileState state_of(const git_index_entry& entry) {
  return {entry.mtime.seconds,     entry.ctime.seconds, entry.mtime.nanoseconds,
          entry.ctime.nanoseconds, entry.ino,           entry.file_size};
}

std::string hex(const ObjectId& id) {
  git_oid oid = {};
  std::copy(id.begin(), id.end(), oid.id);
  return hex(oid);
}

std::string without_trailing_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

struct Repository::State {
  git_repository* repository = nullptr;
  std::string work_tree;
  std::optional<IndexFile> index;
  std::optional<struct timespec> index_time;
  std::optional<Staged> staged;
  ~State() { git_repository_free(repository); }

  // The tree of HEAD; a null pointer before the first commit.
  Result<OwnedTree> head_tree() const {
    if (git_repository_head_unborn(repository) == 1) return OwnedTree{};
    git_object* object = nullptr;
    if (git_revparse_single(&object, repository, "HEAD^{tree}") != 0) return failed("reading HEAD of", work_tree);
    return OwnedTree(reinterpret_cast<git_tree*>(object));
  }

  // The URL of "origin" as the checkout's configuration writes it; empty when there is none. git_remote_lookup would
  // rewrite it by url.*.insteadOf, but libgit2 1.5 loses 20 KB for each setting its look through them does not match.
  std::string origin() const {
    git_config* raw = nullptr;
    if (git_repository_config_snapshot(&raw, repository) != 0) return {};
    const OwnedConfig config(raw);
    const char* url = nullptr;
    const bool found = git_config_get_string(&url, config.get(), "remote.origin.url") == 0;
    return found && url != nullptr ? std::string(url) : std::string{};
  }

  // Whether a remote promises objects that were not fetched (git clone --filter).
  bool is_partial() const {
    git_config* raw = nullptr;
    if (git_repository_config_snapshot(&raw, repository) != 0) return false;
    const OwnedConfig config(raw);
    const char* name = nullptr;
    return git_config_get_string(&name, config.get(), "extensions.partialclone") == 0 || has_promisor(config.get());
  }

  static bool has_promisor(git_config* config) {
    // Not git_config_foreach_match(), which loses memory for every key that does not match.
    const auto look = [](const git_config_entry* entry, void*) {
      const std::string_view key = entry->name;
      return key.starts_with("remote.") && key.ends_with(".promisor") ? 1 : 0;
    };
    return git_config_foreach(config, look, nullptr) == 1;
  }

  // Whether a file is what the index says. Its state tells, unless it was written after the index was; then its
  // content does.
  bool is_unchanged(const IndexEntry& entry) const {
    const std::string path = work_tree + "/" + entry.path;
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0) return false;
    if (entry.state && is_same_time(status.st_mtim, entry.state->modified_s, entry.state->modified_ns) &&
        static_cast<std::uint32_t>(status.st_size) == entry.state->size_bytes) {
      return true;
    }
    git_oid id = {};
    if (S_ISLNK(status.st_mode)) {
      std::error_code error;
      const std::string target = std::filesystem::read_symlink(path, error).string();
      return !error && git_odb_hash(&id, target.data(), target.size(), GIT_OBJECT_BLOB) == 0 && hex(id) == entry.blob_id;
    }
    return git_repository_hashfile(&id, repository, entry.path.c_str(), GIT_OBJECT_BLOB, nullptr) == 0 &&
           hex(id) == entry.blob_id;
  }

  // What git itself makes of an index that is not read here.
  Result<IndexFile> index_by_library() const {
    git_index* raw = nullptr;
    if (git_repository_index(&raw, repository) != 0) return failed("reading the git index of", work_tree);
    const OwnedIndex theirs(raw);
    IndexFile file;
    for (std::size_t i = 0; i < git_index_entrycount(theirs.get()); ++i) {
      const git_index_entry* from = git_index_get_byindex(theirs.get(), i);
      IndexFile::Entry& entry = file.entries.emplace_back();
      entry.path = from->path;
      std::copy(std::begin(from->id.id), std::end(from->id.id), entry.id.begin());
      entry.mode = from->mode;
      entry.state = state_of(*from);
      entry.conflicted = git_index_entry_stage(from) != 0;
    }
    std::stable_sort(file.entries.begin(), file.entries.end(),
                     [](const IndexFile::Entry& a, const IndexFile::Entry& b) { return a.path < b.path; });
    return file;
  }

  // The index, read once.
  Result<const IndexFile*> index_file() {
    if (index) return &*index;
    const std::string path = std::string(git_repository_path(repository)) + "index";
    // Looked at before it is read: were it written in between, its entries would only seem older than they are.
    struct stat status = {};
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (there) index_time = status.st_mtim;
    const auto bytes = read_file(path, k_index_bytes_max);
    std::optional<IndexFile> parsed = bytes ? parse_index(*bytes) : std::nullopt;
    index = parsed ? std::move(*parsed) : TRY(index_by_library());
    return &*index;
  }

  // How the index differs from HEAD, compared once.
  Result<const Staged*> staged_entries() {
    if (staged) return &*staged;
    const IndexFile* file = TRY(index_file());
    const OwnedTree tree = TRY(head_tree());
    staged = TRY(compare_with_tree(*repository, tree.get(), *file));
    return &*staged;
  }

  static std::vector<ChangedFile> files_of(git_diff* diff) {
    std::vector<ChangedFile> files;
    for (std::size_t i = 0; i < git_diff_num_deltas(diff); ++i) {
      const git_diff_delta* delta = git_diff_get_delta(diff, i);
      const bool submodule = delta->new_file.mode == GIT_FILEMODE_COMMIT;
      const bool symlink = delta->new_file.mode == GIT_FILEMODE_LINK;
      const bool regular = (delta->new_file.mode & 0170000U) == 0100000U;
      if (delta->status == GIT_DELTA_DELETED || !(regular || submodule || symlink)) continue;
      const bool known = (delta->new_file.flags & GIT_DIFF_FLAG_VALID_ID) != 0 && !git_oid_is_zero(&delta->new_file.id);
      files.push_back({delta->new_file.path, known ? hex(delta->new_file.id) : std::string{}, delta->new_file.size});
    }
    std::sort(files.begin(), files.end(), [](const ChangedFile& a, const ChangedFile& b) { return a.path < b.path; });
    return files;
  }
};

bool FileState::holds(const struct stat& now) const {
  return is_same_time(now.st_mtim, modified_s, modified_ns) && is_same_time(now.st_ctim, changed_s, changed_ns) &&
         static_cast<std::uint32_t>(now.st_ino) == inode && static_cast<std::uint32_t>(now.st_size) == size_bytes;
}

Repository::Repository(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Result<std::optional<Repository>> Repository::find(const std::string& path) {
  if (!below_a_checkout(path)) return std::optional<Repository>{};
  start_library();
  auto state = std::make_unique<State>();
  const int status = git_repository_open_ext(&state->repository, path.c_str(), 0, nullptr);
  if (status == GIT_ENOTFOUND) return std::optional<Repository>{};
  if (status != 0) return failed("opening the git repository of", path);
  const char* work_tree = git_repository_workdir(state->repository);
  if (work_tree == nullptr) return std::optional<Repository>{};
  state->work_tree = without_trailing_slash(work_tree);
  return std::optional<Repository>(Repository(std::move(state)));
}

Result<std::optional<Repository>> Repository::find_bare(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path + "/HEAD", error) || !std::filesystem::is_directory(path + "/objects", error)) {
    return std::optional<Repository>{};
  }
  start_library();
  auto state = std::make_unique<State>();
  const int status = git_repository_open_ext(&state->repository, path.c_str(), GIT_REPOSITORY_OPEN_BARE, nullptr);
  if (status == GIT_ENOTFOUND) return std::optional<Repository>{};
  if (status != 0) return failed("opening the git repository", path);
  return std::optional<Repository>(Repository(std::move(state)));
}

const std::string& Repository::work_tree() const { return m_state->work_tree; }

Result<Head> Repository::head() const {
  // Comparing may tell without a look at any file.
  const bool differs = TRY(m_state->staged_entries())->differs;
  return head(differs ? std::vector<IndexEntry>{} : TRY(index()));
}

Result<Head> Repository::head(const std::vector<IndexEntry>& doubtful) const {
  Head head;
  git_reference* raw = nullptr;
  if (git_repository_head(&raw, m_state->repository) == 0) {
    const OwnedReference reference(raw);
    if (const git_oid* id = git_reference_target(reference.get())) head.commit = hex(*id);
    if (git_reference_is_branch(reference.get()) == 1) head.branch = git_reference_shorthand(reference.get());
  }
  head.remote = without_credentials(m_state->origin());
  head.dirty = TRY(m_state->staged_entries())->differs ||
               std::any_of(doubtful.begin(), doubtful.end(), [&](const IndexEntry& entry) {
                 return !entry.submodule && !m_state->is_unchanged(entry);
               });
  return head;
}

Result<std::vector<IndexEntry>> Repository::index() const {
  const IndexFile* file = TRY(m_state->index_file());
  std::vector<IndexEntry> entries;
  entries.reserve(file->entries.size());
  for (const IndexFile::Entry& entry : file->entries) {
    if (entry.conflicted) continue;
    IndexEntry& made = entries.emplace_back();
    made.path = entry.path;
    made.blob_id = hex(entry.id);
    made.submodule = entry.mode == GIT_FILEMODE_COMMIT;
    made.symlink = entry.mode == GIT_FILEMODE_LINK;
    if (m_state->index_time && !is_racy(entry.state, *m_state->index_time)) made.state = entry.state;
  }
  return entries;
}

std::string Repository::exclude_file() const {
  const char* folder = git_repository_commondir(m_state->repository);
  return folder == nullptr ? std::string{} : std::string(folder) + "info/exclude";
}

Result<std::vector<ChangedFile>> Repository::staged() const {
  std::vector<ChangedFile> files;
  for (const IndexFile::Entry* entry : TRY(m_state->staged_entries())->entries) {
    files.push_back({entry->path, hex(entry->id), entry->state.size_bytes});
  }
  return files;
}

Result<std::vector<ChangedFile>> Repository::changed_since(const std::string& revision) const {
  git_object* raw_tree = nullptr;
  if (git_revparse_single(&raw_tree, m_state->repository, (revision + "^{tree}").c_str()) != 0) {
    return fail(Error{ErrorKind::usage, "looking up the revision", revision, "git does not know it in " + work_tree(),
                      "fetch it first, or deepen a shallow clone"});
  }
  const OwnedObject tree(raw_tree);
  git_diff_options options = default_options();
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS;
  git_diff* raw = nullptr;
  if (git_diff_tree_to_workdir_with_index(&raw, m_state->repository, reinterpret_cast<git_tree*>(tree.get()), &options) !=
      0) {
    return failed("comparing " + revision + " with the files of", m_state->work_tree);
  }
  const OwnedDiff diff(raw);
  return State::files_of(diff.get());
}

Result<std::string> Repository::merge_base(const std::string& revision) const {
  const auto commit_of = [&](const std::string& name) -> Result<git_oid> {
    git_object* raw = nullptr;
    if (git_revparse_single(&raw, m_state->repository, (name + "^{commit}").c_str()) != 0) {
      return fail(Error{ErrorKind::usage, "looking up the revision", name, "git does not know it in " + work_tree(),
                        "fetch it first"});
    }
    const OwnedObject object(raw);
    return *git_object_id(object.get());
  };
  const git_oid theirs = TRY(commit_of(revision));
  const git_oid ours = TRY(commit_of("HEAD"));
  git_oid base = {};
  if (git_merge_base(&base, m_state->repository, &theirs, &ours) != 0) {
    return fail(Error{ErrorKind::usage, "looking for the merge base with", revision, "there is no common ancestor",
                      "deepen a shallow clone"});
  }
  return hex(base);
}

Result<History> Repository::history() const {
  git_repository* const repository = m_state->repository;
  History history;
  const char* const folder = git_repository_commondir(repository);
  if (folder == nullptr) return failed("looking for the objects of", m_state->work_tree);
  history.objects_directory = std::string(folder) + "objects";
  git_reference_iterator* raw = nullptr;
  if (git_reference_iterator_new(&raw, repository) != 0) return failed("reading the refs of", folder);
  const Owned<git_reference_iterator, git_reference_iterator_free> refs(raw);
  git_reference* next = nullptr;
  while (git_reference_next(&next, refs.get()) == 0) {
    const OwnedReference ref(next);
    // A symbolic one names another ref.
    if (const git_oid* id = git_reference_target(ref.get())) history.tips.push_back(hex(*id));
  }
  git_oid head = {};
  if (git_reference_name_to_id(&head, repository, "HEAD") == 0) {
    history.head = hex(head);
    history.tips.push_back(history.head);
  }
  std::sort(history.tips.begin(), history.tips.end());
  history.tips.erase(std::unique(history.tips.begin(), history.tips.end()), history.tips.end());
  history.shallow = git_repository_is_shallow(repository) == 1;
  history.partial = m_state->is_partial();
  return history;
}

Result<std::string> Repository::read_blob(const std::string& blob_id) const {
  git_oid id = {};
  git_blob* raw = nullptr;
  if (git_oid_fromstr(&id, blob_id.c_str()) != 0 || git_blob_lookup(&raw, m_state->repository, &id) != 0) {
    return failed("reading the object " + blob_id + " of", m_state->work_tree);
  }
  const Owned<git_blob, git_blob_free> blob(raw);
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                     static_cast<std::size_t>(git_blob_rawsize(blob.get())));
}

std::string without_credentials(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const auto host = scheme + 3;
  const auto slash = url.find('/', host);
  const auto at = url.substr(0, slash).rfind('@');
  if (at == std::string_view::npos || at < host) return std::string(url);
  return std::string(url.substr(0, host)) + std::string(url.substr(at + 1));
}

}  // namespace codelake::git
