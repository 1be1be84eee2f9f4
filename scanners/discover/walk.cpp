// SPDX-License-Identifier: Apache-2.0
// The walk goes down folder by folder in the order of names and decides at each entry whether it counts:
//   tracked by git         → yes, whatever .gitignore says (git's own rule)
//   holds tracked files    → enter
//   else                   → ask libgit2 whether it is ignored, but only where some .gitignore or exclude file can apply
// A folder with a .git of its own (submodule, nested checkout) is walked with that repository's index and ignore rules.
// Example: for "build/" ignored and "build/keep.txt" tracked, the folder is entered because the index has an entry
// below it; its other files are then ignored one by one.
#include "scanners/discover/walk.h"

#include "core/file_type.h"

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

// A repository the walk is in: its index as a sorted list, and where it stands below the root.
struct Checkout {
  const git::Repository* rules = nullptr;  // null: nothing is ignored
  std::vector<std::string> tracked;        // sorted, relative to the work tree
  std::string work_tree;                   // absolute
  bool own_excludes = false;

  bool tracks(const std::string& path) const { return std::binary_search(tracked.begin(), tracked.end(), path); }
  bool tracks_below(const std::string& folder) const {
    const auto at = std::lower_bound(tracked.begin(), tracked.end(), folder);
    return at != tracked.end() && at->starts_with(folder);
  }
};

struct Entry {
  std::string name;
  unsigned char type = DT_UNKNOWN;
};

// A folder on the way down.
struct Folder {
  std::string path;         // relative to the root; empty for the root, else ends with '/'
  const Checkout* checkout = nullptr;
  bool ignore_rules = false;  // a .gitignore above or here, or an exclude file
  std::size_t depth = 0;
};

std::string reason() { return std::strerror(errno); }

class Walk {
 public:
  Walk(Discovered& found, const Config& config) : m_found(found), m_config(config) {}

  void run() {
    Folder root;
    root.checkout = &enter(m_found.root, m_found.repository.get());
    root.ignore_rules = root.checkout->own_excludes || gitignore_above();
    folder(root);
  }

 private:
  std::string absolute(const std::string& path) const { return m_found.root + "/" + path; }

  void note(NoticeKind kind, const std::string& path, std::string message) {
    m_found.notices.push_back({kind, "", path, std::move(message)});
  }

  void skip(const std::string& why) { m_found.coverage.files_skipped[why] += 1; }

  // Starts to use the repository at `folder`, or plain .gitignore files where it is null.
  const Checkout& enter(const std::string& folder, const git::Repository* repository) {
    auto checkout = std::make_unique<Checkout>();
    checkout->work_tree = folder;
    if (repository == nullptr) {
      if (auto rules = git::Repository::ignore_rules_of(folder)) {
        m_repositories.push_back(std::make_unique<git::Repository>(std::move(*rules)));
        checkout->rules = m_repositories.back().get();
      }
    } else {
      checkout->rules = repository;
      checkout->work_tree = repository->work_tree();
      checkout->own_excludes = repository->has_own_excludes();
      if (auto index = repository->index()) {
        for (auto& entry : *index) checkout->tracked.push_back(std::move(entry.path));
      } else {
        note(NoticeKind::repository, "", index.error().text());
      }
    }
    m_checkouts.push_back(std::move(checkout));
    return *m_checkouts.back();
  }

  // A scan of a sub-folder obeys the .gitignore files above it as well.
  bool gitignore_above() const {
    if (m_found.repository == nullptr) return false;
    std::string folder = m_found.root;
    while (folder.size() > m_found.repository->work_tree().size()) {
      folder.resize(folder.rfind('/'));
      if (::access((folder + "/.gitignore").c_str(), F_OK) == 0) return true;
    }
    return false;
  }

  // The path of an entry as its checkout names it.
  std::string in_checkout(const Checkout& checkout, const std::string& path) const {
    const std::string whole = absolute(path);
    return whole.size() > checkout.work_tree.size() ? whole.substr(checkout.work_tree.size() + 1) : std::string{};
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
      if (name != "." && name != "..") entries.push_back({std::string(name), entry->d_type});
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
    at.ignore_rules = at.ignore_rules || has(".gitignore");
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
    m_repositories.push_back(std::make_unique<git::Repository>(std::move(**repository)));
    at.checkout = &enter(path, m_repositories.back().get());
    at.ignore_rules = at.checkout->own_excludes;
  }

  bool ignored(const Folder& at, const std::string& path, bool is_folder) const {
    if (!at.ignore_rules || at.checkout->rules == nullptr) return false;
    const std::string name = in_checkout(*at.checkout, path) + (is_folder ? "/" : "");
    const bool tracked = is_folder ? at.checkout->tracks_below(name) : at.checkout->tracks(name);
    return !tracked && at.checkout->rules->ignored(name) == git::Ignored::yes;
  }

  void entry(const Folder& at, const Entry& entry) {
    if (entry.name == ".git") return;
    const std::string path = at.path + entry.name;
    struct stat status = {};
    if (::lstat(absolute(path).c_str(), &status) != 0) {
      note(NoticeKind::unreadable, path, "vanished or unreadable: " + reason());
      skip("unreadable");
      return;
    }
    const bool is_folder = S_ISDIR(status.st_mode);
    if (is_folder || S_ISREG(status.st_mode)) {
      if (ignored(at, path, is_folder)) {
        skip(is_folder ? "ignored folder" : "ignored");
      } else if (is_folder) {
        folder({path + "/", at.checkout, at.ignore_rules, at.depth + 1});
      } else {
        FileInfo file;
        file.path = path;
        file.size_bytes = static_cast<std::uint64_t>(status.st_size);
        add_file(m_found, m_config, std::move(file));
      }
      return;
    }
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
  std::vector<std::unique_ptr<git::Repository>> m_repositories;
};

}  // namespace

void walk(Discovered& found, const Config& config) { Walk(found, config).run(); }

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
