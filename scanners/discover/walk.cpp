// SPDX-License-Identifier: Apache-2.0
// The walk goes down folder by folder in the order of names and decides at each entry whether it counts:
//   tracked by git         → yes, whatever .gitignore says (git's own rule)
//   holds tracked files    → enter
//   else                   → as the ignore files from the work tree's root down to here say
// A folder with a .git of its own (submodule, nested checkout) is walked with that repository's index and ignore rules.
// Example: for "build/" ignored and "build/keep.txt" tracked, the folder is entered because the index has an entry
// below it; its other files are then ignored one by one.
#include "scanners/discover/walk.h"

#include "core/file.h"
#include "core/file_type.h"
#include "scanners/discover/ignore.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace codelake::discover {

namespace {

constexpr std::size_t k_depth_max = 256;
constexpr std::uint64_t k_ignore_bytes_max = 1U << 20;

// A repository the walk is in, or the root outside of any.
struct Checkout {
  std::vector<git::IndexEntry> tracked;  // sorted, relative to the work tree
  std::vector<bool> unchanged;           // beside them: met in the state that the index tells of
  std::string work_tree;                 // absolute

  // Null when git does not track the path. The files of a folder are asked for one after the other, as they mostly stand in
  // the index.
  const git::IndexEntry* find(const std::string& path) {
    if (m_next >= tracked.size() || tracked[m_next].path != path) m_next = static_cast<std::size_t>(from(path) - tracked.begin());
    return m_next < tracked.size() && tracked[m_next].path == path ? &tracked[m_next++] : nullptr;
  }
  void set_unchanged(const git::IndexEntry& entry) { unchanged[static_cast<std::size_t>(&entry - tracked.data())] = true; }
  std::vector<git::IndexEntry> take_others() {
    std::size_t at = 0;
    std::erase_if(tracked, [&](const git::IndexEntry&) { return unchanged[at++]; });
    return std::move(tracked);
  }
  bool tracks_below(const std::string& folder) const {
    const auto at = from(folder);
    return at != tracked.end() && at->path.starts_with(folder);
  }

 private:
  std::vector<git::IndexEntry>::const_iterator from(const std::string& path) const {
    return std::lower_bound(tracked.begin(), tracked.end(), path,
                            [](const git::IndexEntry& a, const std::string& b) { return a.path < b; });
  }

  std::size_t m_next = 0;  // behind the entry that was found last
};

struct Entry {
  std::string name;
  struct stat status = {};  // of a folder its kind only
  int error = 0;            // of looking at it; 0: `status` holds
};

// A folder on the way down.
struct Folder {
  std::string path;         // relative to the root; empty for the root, else ends with '/'
  Checkout* checkout = nullptr;
  std::vector<const IgnoreFile*> ignore;  // from the work tree's root down to here
  std::size_t depth = 0;
  bool ruled_out = false;  // entered only for the tracked files below
};

std::string reason() { return std::strerror(errno); }

class Walk {
 public:
  Walk(Discovered& found, const Config& config) : m_found(found), m_config(config) {}

  std::vector<git::IndexEntry> run(Index index) {
    Folder root;
    enter(root, m_found.root, m_found.repository.get(), std::move(index));
    // A scan of a sub-folder obeys the .gitignore files above it as well.
    const std::string& top = root.checkout->work_tree;
    for (std::size_t end = top.size(); end < m_found.root.size(); end = m_found.root.find('/', end + 1)) {
      read_ignore_file(root, m_found.root.substr(0, end) + "/.gitignore", m_found.root.substr(0, end));
    }
    folder(root);
    return m_checkouts.front()->take_others();
  }

 private:
  std::string absolute(const std::string& path) const { return m_found.root + "/" + path; }

  void note(NoticeKind kind, const std::string& path, std::string message) {
    m_found.notices.push_back({kind, "", path, std::move(message)});
  }

  // An entry that no scanner gets; a folder that is not entered counts as one.
  void skip(const std::string& why) {
    m_found.coverage.files_discovered += 1;
    m_found.coverage.files_skipped[why] += 1;
  }

  // Goes on in the repository whose work tree holds `folder`, or in none.
  void enter(Folder& at, const std::string& folder, const git::Repository* repository, Index index) {
    auto checkout = std::make_unique<Checkout>();
    checkout->work_tree = repository == nullptr ? folder : repository->work_tree();
    at.checkout = checkout.get();
    at.ignore.clear();
    at.ruled_out = false;
    m_checkouts.push_back(std::move(checkout));
    if (repository == nullptr) return;
    read_ignore_file(at, repository->exclude_file(), repository->work_tree());
    if (index) {
      m_checkouts.back()->unchanged.resize(index->size());
      m_checkouts.back()->tracked = std::move(*index);
    } else {
      note(NoticeKind::repository, "", index.error().text());
    }
  }

  // Adds the rules of a file to a folder; `base` is the absolute folder they are relative to.
  void read_ignore_file(Folder& at, const std::string& file, const std::string& base) {
    const auto text = read_file(file, k_ignore_bytes_max);
    if (!text) return;
    const std::string& top = at.checkout->work_tree;
    const std::string below = base.size() > top.size() ? base.substr(top.size() + 1) + "/" : "";
    auto rules = std::make_unique<IgnoreFile>(*text, below);
    if (rules->empty()) return;
    at.ignore.push_back(rules.get());
    m_ignore_files.push_back(std::move(rules));
  }

  // The path of an entry as its checkout names it.
  std::string in_checkout(const Checkout& checkout, const std::string& path) const {
    const std::size_t root = m_found.root.size();
    const std::size_t top = checkout.work_tree.size();
    if (top > root) return path.substr(std::min(path.size(), top - root));
    return top == root ? path : m_found.root.substr(top + 1) + "/" + path;
  }

  bool read_entries(const Folder& folder, std::vector<Entry>& entries) {
    const std::string path = folder.path.empty() ? m_found.root : absolute(folder.path);
    DIR* directory = ::opendir(path.c_str());
    if (directory == nullptr) {
      note(NoticeKind::unreadable, folder.path, "this folder cannot be opened: " + reason());
      skip("unreadable folder");
      return false;
    }
    while (const dirent* entry = ::readdir(directory)) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      Entry& added = entries.emplace_back();
      added.name = name;
      if (entry->d_type == DT_DIR) {
        added.status.st_mode = S_IFDIR;
        continue;
      }
      const int failed = ::fstatat(::dirfd(directory), entry->d_name, &added.status, AT_SYMLINK_NOFOLLOW);
      added.error = failed == 0 ? 0 : errno;
    }
    ::closedir(directory);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return true;
  }

  void folder(Folder at) {
    if (at.depth > k_depth_max) {
      note(NoticeKind::limit, at.path, "more than " + std::to_string(k_depth_max) + " folders deep; not entered");
      skip("nested too deep");
      return;
    }
    std::vector<Entry> entries;
    if (!read_entries(at, entries)) return;
    const auto has = [&](std::string_view name) {
      return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
    };
    if (!at.path.empty() && has(".git")) nested_checkout(at);
    if (has(".gitignore")) {
      const std::string here = at.path.empty() ? m_found.root : absolute(at.path.substr(0, at.path.size() - 1));
      read_ignore_file(at, here + "/.gitignore", here);
    }
    for (const Entry& entry : entries) this->entry(at, entry);
  }

  void nested_checkout(Folder& at) {
    const std::string path = absolute(at.path.substr(0, at.path.size() - 1));
    auto repository = git::Repository::find(path);
    const bool usable = repository && *repository && (*repository)->work_tree() == path;
    if (!usable) {
      note(NoticeKind::repository, at.path, "the git repository here cannot be read; its ignore rules may be missing");
      return;
    }
    enter(at, path, &**repository, (*repository)->index());
  }

  // Whether the rules ignore an entry, tracked or not.
  static bool ruled_out(const Folder& at, const std::string& name, bool is_folder) {
    return at.ruled_out || (!at.ignore.empty() && is_ignored(at.ignore, name, is_folder));
  }

  void file(const Folder& at, const std::string& path, const struct stat& status) {
    const std::string name = in_checkout(*at.checkout, path);
    const git::IndexEntry* tracked = at.checkout->find(name);
    if (tracked == nullptr && ruled_out(at, name, false)) {
      skip("ignored");
      return;
    }
    FileInfo info;
    info.path = path;
    info.size_bytes = static_cast<std::uint64_t>(status.st_size);
    const bool unchanged = tracked != nullptr && tracked->state && tracked->state->holds(status);
    if (unchanged && !tracked->symlink) {
      at.checkout->set_unchanged(*tracked);
      info.blob_id = tracked->blob_id;
    }
    add_file(m_found, m_config, std::move(info));
  }

  void sub_folder(const Folder& at, const std::string& path) {
    const std::string name = in_checkout(*at.checkout, path);
    const bool out = ruled_out(at, name, true);
    if (out && !at.checkout->tracks_below(name + "/")) {
      skip("ignored folder");
      return;
    }
    folder({path + "/", at.checkout, at.ignore, at.depth + 1, out});
  }

  void entry(const Folder& at, const Entry& entry) {
    if (entry.name == ".git") return;
    const std::string path = at.path + entry.name;
    if (entry.error != 0) {
      note(NoticeKind::unreadable, path, std::string("vanished or unreadable: ") + std::strerror(entry.error));
      skip("unreadable");
      return;
    }
    const struct stat& status = entry.status;
    if (S_ISREG(status.st_mode)) return file(at, path, status);
    if (S_ISDIR(status.st_mode)) return sub_folder(at, path);
    if (S_ISLNK(status.st_mode)) {
      skip("symbolic link");
      return;
    }
    note(NoticeKind::skipped, path, "not a regular file (FIFO, socket or device)");
    skip("not a regular file");
  }

  Discovered& m_found;
  const Config& m_config;
  std::vector<std::unique_ptr<Checkout>> m_checkouts;
  std::vector<std::unique_ptr<IgnoreFile>> m_ignore_files;
};

}  // namespace

std::vector<git::IndexEntry> walk(Discovered& found, const Config& config, Index index) {
  return Walk(found, config).run(std::move(index));
}

void add_file(Discovered& found, const Config& config, FileInfo file) {
  found.coverage.files_discovered += 1;
  const bool included = config.include.empty() || any_matches(config.include, file.path);
  if (!included || any_matches(config.exclude, file.path)) {
    found.coverage.files_skipped["excluded by configuration"] += 1;
    return;
  }
  if (file.size_bytes > config.max_file_bytes) {
    found.coverage.files_skipped["too large"] += 1;
    found.notices.push_back({NoticeKind::too_large, "", file.path,
                             std::to_string(file.size_bytes) + " bytes; the limit scan.max_file_bytes is " +
                                 std::to_string(config.max_file_bytes)});
    return;
  }
  file.language = language_of_path(file.path);
  file.vendored = is_vendored_path(file.path);
  file.test = is_test_path(file.path);
  found.files.push_back(std::move(file));
}

}  // namespace codelake::discover
